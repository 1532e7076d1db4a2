import { describe, expect, test } from "vitest";
import { currentPath, sectionsFor } from "../../portal/lib/navigation";
import { inLanguage } from "../../portal/lib/paths";
import { wordsFor } from "../../portal/lib/say";
import type { Viewer } from "../../portal/lib/viewer";
import { defects, defectsOf } from "../../schema/words/defects";
import { complaintStatusForPartners, partyStatusForPartners } from "../../schema/words/forPartners";
import { complaintClasses } from "../../schema/words/quality";

const texts = (tree: object): string[] =>
  Object.values(tree).flatMap((each: unknown) => {
    if (typeof each === "string") return [each];
    return typeof each === "object" && each ? texts(each) : [];
  });

describe("the words", () => {
  test("no word of the portal is empty, and no English one is Chinese but the demo's", () => {
    expect(texts(wordsFor("zh")).filter((text) => text.trim() === "")).toEqual([]);
    expect(texts(wordsFor("en")).filter((text) => /\p{Script=Han}/u.test(text))).toEqual(["Demo 演示数据"]);
  });

  test("a partner never reads how we judge a party, nor who is to blame", () => {
    const shown = JSON.stringify([partyStatusForPartners, complaintStatusForPartners]);

    expect(shown).not.toMatch(/黑名单|Blacklisted|关注|On watch|责任|Responsibility|批准|Approved/);
  });

  test("every defect belongs to one class of complaint", () => {
    const named = complaintClasses.flatMap((each) => [...defectsOf[each]]);

    expect(named.toSorted()).toEqual(defects.toSorted());
  });
});

describe("the way around", () => {
  const owner: Viewer = { side: "partner", name: "Lin Xi", roles: ["owner"], parties: [] };
  const buyer: Viewer = { ...owner, roles: ["buyer"] };
  const logistics: Viewer = { side: "staff", name: "Wang Qiang", roles: ["logistics"], parties: [] };
  const pathsOf = (viewer: Viewer | null) => sectionsFor(viewer, "en").map(({ path }) => path);

  test.each([
    { who: "an owner", viewer: owner, statements: true },
    { who: "a buyer", viewer: buyer, statements: false },
    { who: "logistics", viewer: logistics, statements: false },
    { who: "a visitor", viewer: null, statements: false },
  ])("$who is led to statements: $statements", ({ viewer, statements }) => {
    expect(pathsOf(viewer).includes("/statements")).toBe(statements);
  });

  test("a page lies in the deepest section that holds it", () => {
    const sections = sectionsFor({ ...logistics, roles: ["admin"] }, "en");

    expect(currentPath("/desk/parties/D-0107", sections)).toBe("/desk/parties");
    expect(currentPath("/desk", sections)).toBe("/desk");
    expect(currentPath("/deskew", sections)).toBeUndefined();
  });

  test("a reader changes the language and stays on the page", () => {
    const at = (path: string) => new URL(path, "https://portal.example");

    expect(inLanguage(at("/zh/catalogue?q=DTY"), "en")).toBe("/en/catalogue?q=DTY");
    expect(inLanguage(at("/orders?q=DTY"), "en")).toBe("/orders?q=DTY&language=en");
  });
});
