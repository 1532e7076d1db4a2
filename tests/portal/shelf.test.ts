import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { wordsFor } from "../../portal/lib/say";
import { browserTest, desk, expectFit, phone, visits } from "./browser";
import { fill } from "./fill";

const { visit } = visits();

const main = (page: Page) => page.textContent("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const price = /\d 元\/kg|CNY \d/;
const tiles = (page: Page) => page.locator("main h3, main h2").allTextContents();

const searches = {
  zh: [
    { q: "锦纶", finds: /[锦氨]纶/ },
    { q: "再生", finds: /再生/ },
    { q: "150/144低弹", finds: /150D\/144F/ },
  ],
  en: [
    { q: "nylon", finds: /Nylon|Spandex/ },
    { q: "recycled", finds: /Recycled/ },
    { q: "FDY 100D", finds: /FDY 100D/ },
  ],
};

describe.each([
  { language: "zh", screen: phone, product: "fdy-150d-96f-sd-rw" },
  { language: "en", screen: desk, product: "fdy-100d-48f-sd-rw" },
] as const)("the catalogue, in $language", ({ language, screen, product }) => {
  const { catalogue, products: words, frame } = wordsFor(language);
  const reader = (person?: string) => visit({ person, language, screen });
  const shelf = `/${language}/catalogue`;

  browserTest(
    "a visitor searches with two signs, a nickname or a word, and finds only what fits",
    async () => {
      const page = await reader();
      await page.goto(shelf);
      const all = (await tiles(page)).length;
      for (const { q, finds } of searches[language]) {
        await fill(page, { q });
        await press(page, frame.apply);
        const found = await tiles(page);
        expect(found.length, q).toBeGreaterThan(0);
        expect(found.length, q).toBeLessThan(all);
        for (const name of found) expect(name, q).toMatch(finds);
      }
      await expectFit(page);
      await fill(page, { q: "没有这种丝" });
      await press(page, frame.apply);
      expect(await main(page)).toContain(catalogue.none);
    },
  );

  browserTest("a visitor is asked to sign in for prices, a dealer reads their own", async () => {
    const visitor = await reader();
    await visitor.goto(`${shelf}/${product}`);
    expect(await main(visitor)).toContain(catalogue.signInForPrices);
    expect(await main(visitor)).not.toMatch(price);
    await expectFit(visitor);

    const dealer = await reader("owner@xijin.example");
    await dealer.goto(`${shelf}/${product}`);
    expect(await main(dealer)).toMatch(price);
    await expectFit(dealer);
  });

  browserTest(
    "an editor changes a product, somebody else publishes it, and then visitors read it",
    async () => {
      const name = language === "zh" ? "全拉伸丝（新名称）" : "FDY under a new name";
      const editor = await reader("catalog@lanxu.example");
      await editor.goto(`/desk/catalogue/${product}/edit`);
      await expectFit(editor);
      await fill(editor, {
        nameZh: "全拉伸丝（新名称）",
        nameEn: "FDY under a new name",
        "composition.0.percent": "ninety",
      });
      await press(editor, words.save);
      expect(await editor.title()).toContain(frame.errorPrefix.trim());
      expect(await editor.inputValue("#nameEn")).toBe("FDY under a new name");
      await fill(editor, { "composition.0.percent": "100.0" });
      await press(editor, words.save);
      await press(editor, words.moves.submit);
      expect(await editor.getByRole("button", { name: words.moves.publish }).count()).toBe(0);

      const before = await reader();
      await before.goto(`${shelf}/${product}`);
      expect(await main(before)).not.toContain(name);

      const manager = await reader("manager@lanxu.example");
      await manager.goto(`/desk/catalogue/${product}`);
      await press(manager, words.moves.publish);
      expect(await main(manager)).toContain(words.moved);
      await expectFit(manager);

      const visitor = await reader();
      await visitor.goto(`${shelf}/${product}`);
      expect(await visitor.textContent("h1")).toContain(name);
    },
  );
});
