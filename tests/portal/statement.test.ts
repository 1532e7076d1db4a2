import { describe, expect } from "vitest";
import type { Language } from "#schema/words/words";
import { wordsFor } from "../../portal/lib/say";
import { fieldName } from "../../portal/lib/statementForm";
import { browserTest, desk, expectFit, phone, visits } from "./browser";

const october = "/statements/ST-D0107-CNY-202610-V1";
const finance = "finance@xijin.example";

describe.each([
  ["zh", phone],
  ["en", desk],
] as const)("October's statement, read in %s", (language: Language, screen) => {
  const { visit } = visits();
  const { statements: words } = wordsFor(language);

  browserTest("says beside the field when a figure cannot be read, and keeps the rest", async () => {
    const page = await visit({ person: finance, language, screen });
    await page.goto(october);
    await page.locator("#line-1 + tr summary").click();
    await page.locator(`[name="${fieldName(1, "reason")}"]`).selectOption("qty_diff");
    await page.locator(`[name="${fieldName(1, "figure")}"]`).fill("many");
    await page.getByRole("button", { name: words.sendAnswer }).click();

    expect(await page.title()).toContain(wordsFor(language).frame.errorPrefix.trim());
    expect(await page.inputValue(`[name="${fieldName(1, "figure")}"]`)).toBe("many");
    expect(await page.inputValue(`[name="${fieldName(1, "reason")}"]`)).toBe("qty_diff");
  });

  browserTest("is found from home, disputed in one line and agreed in the rest", async () => {
    const page = await visit({ person: finance, language, screen });
    await page.goto("/");
    await page.locator(`a[href="${october}"]`).first().click();
    expect(await page.textContent("main")).toContain("122,675.89");
    await expectFit(page);

    await page.locator("#line-2 + tr summary").click();
    await page.locator(`[name="${fieldName(2, "reason")}"]`).selectOption("price_diff");
    await page.locator(`[name="${fieldName(2, "figure")}"]`).fill("27,019.68");
    await page.locator('input[name="rest"][value="agree"]').check();
    await page.getByRole("button", { name: words.sendAnswer }).click();

    expect(await page.locator("main").textContent()).toContain("27,019.68");
    expect(await page.getByRole("button", { name: words.sendAnswer }).count()).toBe(0);
  });
});

describe("sealing", () => {
  const { visit } = visits();

  browserTest(
    "finance confirms everything with one button, and the paper shows the amount in words",
    async () => {
      const page = await visit({ person: finance, screen: phone });
      await page.goto(october);
      await page.getByRole("button", { name: wordsFor("zh").statements.confirmAll }).click();
      expect(await page.locator("main").textContent()).toContain("已确认");

      await page.goto(`${october}/print`);
      expect(await page.textContent("body")).toContain("人民币壹拾贰万贰仟陆佰柒拾伍元捌角玖分");
    },
  );
});
