import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { disputeStatusWords } from "#schema/words/statuses";
import { wordsFor } from "../../portal/lib/say";
import { fieldName } from "../../portal/lib/statementForm";
import { callerOf } from "../flows/caller";
import { browserTest, desk, expectFit, phone, visits } from "./browser";
import { fill } from "./fill";

const finance = "finance@lanxu.example";
const october = "/statements/ST-D0107-CNY-202610-V1";

const main = (page: Page) => page.textContent("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const minorIn = (text: string | null) => Number(text?.replace(/[^\d]/g, ""));

describe.each([
  { language: "zh", screen: phone },
  { language: "en", screen: desk },
] as const)("the books, in $language", ({ language, screen }) => {
  const { visit, site } = visits();
  const { ledger: words, statements } = wordsFor(language);
  const reader = (person: string) => visit({ person, language, screen });

  browserTest("finance enters a receipt once, and the dealer sees it and the new balance", async () => {
    const dealer = await reader("finance@xijin.example");
    const balance = async () => {
      await dealer.goto("/ledger");
      return minorIn(await dealer.locator("main .stat dd").first().textContent());
    };
    const before = await balance();

    const page = await reader(finance);
    await page.goto("/desk/accounts");
    await fill(page, { q: "D-0107" });
    await page.locator("main form").first().locator("button[type=submit]").click();
    await page.locator('main td a[href^="/desk/accounts/D-0107"]').first().click();
    await fill(page, { type: "payment", amount: "1,234.56", docNo: "SLIP-2026-1" });
    await press(page, words.enter);
    expect(await main(page)).toContain(words.entered);
    await expectFit(page);
    await page.goBack();
    await press(page, words.enter);

    expect(before - (await balance())).toBe(123_456);
    expect(await dealer.locator("tr", { hasText: "SLIP-2026-1" }).count()).toBe(1);
    await expectFit(dealer);
  });

  browserTest("finance issues the one statement that a month still lacks, and no second one", async () => {
    const caller = await callerOf(site().url, finance);
    const page = await reader(finance);
    await page.goto("/desk/statements");
    const month = await page.inputValue("[name=oneMonth]");
    const accounts = (await caller.get("/ledger-entries/accounts?limit=100")).body.items;
    const issued = (await caller.get(`/statements?period=${month}&limit=100`)).body.items;
    const stated = issued.map((one: Account) => `${one.party.code} ${one.currency}`);
    const [missing] = accounts.filter(
      (one: Account) => !stated.includes(`${one.party.code} ${one.currency}`),
    );
    const { party, currency } = missing;
    await page.goto(`/desk/accounts/${party.code}?currency=${currency}`);
    await fill(page, { type: "payment", businessDate: `${month}-20`, amount: "100", docNo: "SLIP-2026-2" });
    await press(page, words.enter);
    await page.goto("/desk/statements");
    await fill(page, { oneParty: "nobody" });
    await press(page, statements.issue);
    expect(await page.inputValue("[name=oneParty]")).toBe("nobody");
    await expectFit(page);

    await fill(page, { oneParty: party.code, currency });
    await press(page, statements.issue);

    const reference = new URL(page.url()).pathname.split("/").at(-1);
    expect(reference).toContain(`${currency}-${month.replace("-", "")}-V1`);
    await expectFit(page);
    await page.goto("/desk/statements");
    await fill(page, { oneParty: party.code, currency });
    await press(page, statements.issue);
    const after = (await caller.get(`/statements?period=${month}&limit=100`)).body.items;
    expect(after.length).toBe(issued.length + 1);
  });

  browserTest(
    "finance finds a dispute at the desk, answers it, and the dealer reads the answer",
    async () => {
      const dealer = await reader("finance@xijin.example");
      await dealer.goto(october);
      await dealer.locator("#line-2 + tr summary").click();
      await fill(dealer, {
        [fieldName(2, "reason")]: "price_diff",
        [fieldName(2, "figure")]: "27,019.68",
        rest: "agree",
      });
      await press(dealer, statements.sendAnswer);

      const page = await reader(finance);
      await page.goto("/desk/statements");
      await page.locator(`main td a[href^="${october}"]`).first().click();
      await press(page, statements.outcomes.reject);
      expect(new URL(page.url()).search).toBe("");
      await fill(page, { reply: "合同价为 9.05 元，见合同第三条。" });
      await press(page, statements.outcomes.reject);
      await expectFit(page);

      await dealer.goto(october);
      expect(await main(dealer)).toContain("合同价为 9.05 元，见合同第三条。");
      expect(await main(dealer)).toContain(disputeStatusWords.rejected[language]);
    },
  );
});

type Account = { party: { code: string }; currency: string };
