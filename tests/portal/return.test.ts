import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { returnStatusWords } from "#schema/words/statuses";
import { wordsFor } from "../../portal/lib/say";
import { browserTest, desk, expectFit, phone, visits } from "./browser";
import { fill, photo } from "./fill";

const { visit } = visits();
const owner = "owner@xijin.example";

const main = (page: Page) => page.textContent("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const lastPart = (page: Page) => new URL(page.url()).pathname.split("/").at(-1) ?? "";

describe.each([
  { language: "zh", screen: phone },
  { language: "en", screen: desk },
] as const)("a return, read in $language", ({ language, screen }) => {
  const { returns: words, frame } = wordsFor(language);
  const reader = (person: string) => visit({ person, language, screen });
  const status = (code: keyof typeof returnStatusWords) => returnStatusWords[code][language];
  const quantity = 'input[name^="quantity."]';

  /** Opens a return at somebody's desk, fills the form that waits there and sends it. */
  async function works(person: string, reference: string, said: Record<string, string>, button: string) {
    const page = await reader(person);
    await page.goto(`/desk/returns/${reference}`);
    await fill(page.locator("#form"), said);
    await press(page, button);
    expect(new URL(page.url()).search, `${person}: ${await main(page)}`).toBe("?done=moved");
    return page;
  }

  /** One after the other says yes until nobody else has to: how many it takes follows from amount and time. */
  async function agree(reference: string, said: Record<string, string>, button: string, until: string) {
    for (const person of ["manager@lanxu.example", "qc@lanxu.example", "finance@lanxu.example"]) {
      const page = await works(person, reference, said, button);
      if ((await page.locator("main dl .tag").first().textContent()) === until) return page;
    }
    throw new Error(`nobody is left to say yes to ${reference}`);
  }

  browserTest("more than was delivered is refused beside the quantity, and the photo stays", async () => {
    const page = await reader(owner);
    await page.goto("/returns/new");
    await page.locator(quantity).first().fill("900,000");
    await fill(page, { reason: "damaged", note: "纸箱受潮", fileIds: photo() });
    await press(page, words.sendRequest);

    expect(await page.title()).toContain(frame.errorPrefix.trim());
    expect(await page.locator(quantity).first().inputValue()).toBe("900,000");
    expect(await page.locator(quantity).first().getAttribute("aria-invalid")).toBe("true");
    expect(await page.inputValue("#note")).toBe("纸箱受潮");
    expect(await page.locator("input[type=checkbox][name=fileIds]").isChecked()).toBe(true);
    await expectFit(page);
  });

  browserTest(
    "it is asked for, approved, sent, weighed, inspected, decided, and credited to the dealer",
    async () => {
      const dealer = await reader(owner);
      await dealer.goto("/returns/new");
      await fill(dealer, { q: "DN-TX-2610-0003" });
      await press(dealer, frame.apply);
      await dealer.locator(quantity).first().fill("10");
      await fill(dealer, { reason: "damaged", note: "纸箱受潮", fileIds: photo() });
      await press(dealer, words.sendRequest);
      const reference = lastPart(dealer);
      expect(await main(dealer)).toContain(words.filed(reference));
      await expectFit(dealer);

      const service = await reader("aftersales@lanxu.example");
      await service.goto(`/desk/returns/${reference}`);
      await press(service, words.moves.review);
      expect(await main(service)).toContain(status("reviewing"));
      const approval = { returnAddress: "桐乡市示例路 1 号 仓库", freightPayer: "seller" };
      await agree(reference, approval, words.moves.approve, status("approved"));

      await dealer.goto(`/returns/${reference}`);
      expect(await main(dealer)).toContain("桐乡市示例路 1 号");
      await fill(dealer, { carrier: "示例物流", waybillNo: "WB-2026-77" });
      await press(dealer, words.moves.send_back);
      expect(await main(dealer)).toContain(status("in_transit"));

      const weighed = { "lines.0.quantityMilli": "9.95", "lines.0.cartons": "1" };
      await works("logistics@lanxu.example", reference, weighed, words.moves.receive);
      const judged = { "lines.0.quantityMilli": "9.95", "lines.0.disposition": "restock" };
      await works("qc@lanxu.example", reference, judged, words.moves.inspect);
      const decided = await agree(
        reference,
        { "lines.0.outcome": "return_refund" },
        words.moves.decide,
        status("decided"),
      );
      await expectFit(decided);

      await dealer.goto("/ledger");
      expect(await main(dealer)).not.toContain(reference);
      const finance = await reader("finance@lanxu.example");
      await finance.goto(`/desk/returns/${reference}`);
      await press(finance, words.moves.execute);
      expect(await main(finance)).toContain(status("executed"));

      await dealer.goto("/ledger");
      const entry = await dealer.locator("tr", { hasText: reference }).textContent();
      expect(entry).toContain("9.95"); // Kilograms, at 9.05 yuan as they were sold.
      expect(entry).toContain("90.05");
    },
    90_000,
  );

  browserTest("a request is turned down with a reason that the dealer reads", async () => {
    const dealer = await reader(owner);
    await dealer.goto("/returns/new");
    await dealer.locator(quantity).first().fill("10");
    await fill(dealer, { reason: "surplus" });
    await press(dealer, words.sendRequest);
    const reference = lastPart(dealer);
    const service = await reader("aftersales@lanxu.example");
    await service.goto(`/desk/returns/${reference}?move=reject`);
    await fill(service.locator("#form"), { reason: "超出约定的退货期限" });
    await press(service, words.moves.reject);

    await dealer.goto(`/returns/${reference}`);

    expect(await main(dealer)).toContain("超出约定的退货期限");
    expect(await dealer.getByRole("button", { name: words.moves.send_back }).count()).toBe(0);
  });
});
