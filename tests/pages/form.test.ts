import { describe, expect, test } from "vitest";
import { blankForm, filled, filledForm, filterForm } from "../../portal/lib/form";
import { nested } from "../../portal/lib/nested";

const posted = (body: FormData) =>
  new Request("https://portal.example/complaints/new", { method: "POST", body });

const said = (...pairs: [string, string | File][]) => {
  const body = new FormData();
  for (const [name, value] of pairs) body.append(name, value);
  return posted(body);
};

describe("a form", () => {
  test("a visitor's words replace the blank ones, and unasked names are ignored", async () => {
    const blank = blankForm({ lot: "", note: "as before" });

    const form = await filledForm(said(["lot", "261105-A07-2"], ["role", "admin"]), blank);

    expect(form.values).toEqual({ lot: "261105-A07-2", note: "as before" });
  });

  test("a visitor who ticks several boxes is heard in full, and one who ticks none too", async () => {
    const blank = blankForm({ demand: ["return"], photos: ["kept"] });

    const form = await filledForm(said(["demand", "return"], ["demand", "allowance"]), blank);

    expect(form.values).toEqual({ demand: ["return", "allowance"], photos: [] });
  });

  test("a photo comes beside the ids of those kept, and a field left alone sends none", async () => {
    const photo = new File(["yarn"], "label.jpg", { type: "image/jpeg" });
    const request = said(["photos", "kept-1"], ["photos", photo], ["letter", new File([], "")]);

    const form = await filledForm(request, blankForm({ photos: [] as string[] }));

    expect(form.values.photos).toEqual(["kept-1"]);
    expect(form.files.photos?.map(({ name }) => name)).toEqual(["label.jpg"]);
    expect(form.files.letter).toEqual([]);
  });

  test("a list's address tells its conditions, and only those filled in are asked", () => {
    const form = filterForm(new URL("https://portal.example/orders?q=DTY&evil=1"), { q: "", status: "" });

    expect(form.values).toEqual({ q: "DTY", status: "" });
    expect(filled(form.values)).toEqual({ q: "DTY" });
  });
});

describe("dotted names", () => {
  test("lines with numbers become a list", () => {
    const values = { id: "x", "lines.0.quantity": "5", "lines.1.quantity": "7", "lines.0.lots": ["a", "b"] };

    expect(nested(values)).toEqual({
      id: "x",
      lines: [{ quantity: "5", lots: ["a", "b"] }, { quantity: "7" }],
    });
  });

  test("a hostile name cannot reach the prototype of every object", () => {
    nested({ "__proto__.polluted": "yes", "constructor.prototype.polluted": "yes" });

    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
