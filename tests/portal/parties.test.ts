import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { wordsFor } from "../../portal/lib/say";
import { browserTest, desk, expectFit, phone, visits } from "./browser";
import { fill } from "./fill";

const { visit } = visits();

const main = (page: Page) => page.textContent("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const pathOf = (page: Page) => new URL(page.url()).pathname;
const open = (page: Page, name: string) => page.locator("summary", { hasText: name }).click();

describe.each([
  { language: "zh", screen: phone },
  { language: "en", screen: desk },
] as const)("home and files, in $language", ({ language, screen }) => {
  const { home, parties: words, partyFile: file, notices, apiGuide, frame } = wordsFor(language);
  const reader = (person?: string) => visit({ person, language, screen });

  browserTest("a visitor is led to the public front, a partner home, staff to the desk", async () => {
    const stranger = await reader();
    await stranger.goto("/");
    expect(pathOf(stranger)).toBe(`/${language}`);
    const partner = await reader("owner@xijin.example");
    await partner.goto("/desk");
    expect(pathOf(partner)).toBe("/");
    const staff = await reader("manager@lanxu.example");
    await staff.goto("/");
    expect(pathOf(staff)).toBe("/desk");
  });

  browserTest("an owner finds at home what waits, and every line leads on", async () => {
    const page = await reader("owner@xijin.example");
    await page.goto("/");
    expect(await main(page)).toContain(home.nouns.statement);
    expect(await main(page)).toContain("122,675.89");
    await expectFit(page);
    const ways = await page
      .locator("main td a")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
    expect(ways.length).toBeGreaterThan(5);
    for (const way of ways) expect((await page.goto(way))?.status(), way).toBe(200);
  });

  browserTest("a resale sub-dealer's home holds no amount of ours", async () => {
    const page = await reader("owner@sub.xijin.example");
    await page.goto("/");
    expect(await main(page)).not.toMatch(/¥|CNY [\d,.]+/);
    await expectFit(page);
  });

  browserTest("the manager's queues lead to their work", async () => {
    const page = await reader("manager@lanxu.example");
    await page.goto("/desk");
    expect(await main(page)).toContain(home.queues.orders_to_confirm);
    await expectFit(page);
    const ways = await page
      .locator("main dd a")
      .evaluateAll((links) => links.map((a) => a.getAttribute("href") ?? ""));
    expect(ways.length).toBeGreaterThan(5);
    for (const way of ways) expect((await page.goto(way))?.status(), way).toBe(200);
  });

  browserTest("the manager opens a file, is warned of a namesake, adds a contact and moves it", async () => {
    const names = {
      zh: { first: "沐线纺织有限公司（示例）", second: "沐线纺织(示例)", field: "nameZh" },
      en: { first: "Muxian Weaving Co., Ltd. (Demo)", second: "MUXIAN WEAVING Demo", field: "nameEn" },
    }[language];
    const page = await reader("manager@lanxu.example");
    await page.goto("/desk/parties/new");
    await fill(page, {
      kind: "dealer",
      parent: "TX",
      [names.field]: names.first,
      uscc: "91350100M000100Y4Z",
    });
    await press(page, words.open);
    expect(await page.title()).toContain(frame.errorPrefix.trim());
    expect(await page.locator("#uscc-error").count()).toBe(1);
    expect(await page.inputValue(`#${names.field}`)).toBe(names.first);
    await expectFit(page);
    await fill(page, { uscc: "" });
    await press(page, words.open);
    expect(await main(page)).toContain(words.opened);
    expect(pathOf(page)).toMatch(/^\/desk\/parties\/D-\d{4}$/);
    await expectFit(page);

    await page.goto("/desk/parties/new");
    await fill(page, { kind: "dealer", parent: "XS", [names.field]: names.second });
    await press(page, words.open);
    expect(await page.locator("#anotherFirm-error").count()).toBe(1);
    await fill(page, { anotherFirm: "on" });
    await press(page, words.open);
    expect(await main(page)).toContain(words.opened);

    await open(page, file.addContact);
    const contacts = page.locator("details", { hasText: file.addContact });
    await fill(contacts, { name: "", role: "purchaser" });
    await press(page, file.addContact);
    expect(await page.locator("#name-error").count()).toBe(1);
    await fill(contacts, { name: "林采购", mobile: "13800138000" });
    await press(page, file.addContact);
    expect(await main(page)).toContain("138 0013 8000");

    await open(page, file.place);
    const placing = page.locator("details", { hasText: file.place });
    await fill(placing, { parent: "TX", from: "2099-01-01", reason: "示例" });
    await press(page, file.place);
    expect(await main(page)).toContain({ zh: "2099-01-01", en: "1 Jan 2099" }[language]);
  });

  browserTest("a party is suspended only with a reason, and taken up again", async () => {
    const page = await reader("manager@lanxu.example");
    const party = { zh: "/desk/parties/D-0302", en: "/desk/parties/D-0303" }[language];
    await page.goto(party);
    await open(page, file.moves.suspend);
    await press(page, file.moves.suspend);
    expect(await page.locator("#reason-error").count()).toBeGreaterThan(0);
    await expectFit(page);
    await fill(page.locator("details[open]"), { reason: "示例原因" });
    await press(page, file.moves.suspend);
    expect(await main(page)).toContain("示例原因");
    await press(page, file.moves.activate);
    expect(await main(page)).toContain(file.facts.activated);
  });

  browserTest("a change keeps what was ticked and unticked", async () => {
    const page = await reader("finance@lanxu.example");
    await page.goto("/desk/parties/D-0107/change");
    await expectFit(page);
    const trust = page.locator("form", { has: page.locator("[name=creditLimit]") });
    const ticked = await trust.locator("[name=keyAccount]").isChecked();
    await trust.locator("[name=keyAccount]").setChecked(!ticked);
    await fill(trust, { creditLimit: "310,000" });
    await trust.getByRole("button").click();
    expect(await main(page)).toContain("310,000.00");
    await page.goto("/desk/parties/D-0107/change");
    expect(await trust.locator("[name=keyAccount]").isChecked()).toBe(!ticked);
    await trust.locator("[name=keyAccount]").setChecked(ticked);
    await fill(trust, { creditLimit: "much" });
    await trust.getByRole("button").click();
    expect(await page.inputValue("#creditLimit")).toBe("much");
    expect(await trust.locator("[name=keyAccount]").isChecked()).toBe(ticked);
  });

  browserTest("notices are read one by one, and all at once", async () => {
    const page = await reader("owner@xijin.example");
    await page.goto("/notices");
    await expectFit(page);
    const unread = page.getByRole("button", { name: notices.read, exact: true });
    const before = await unread.count();
    if (before > 0) {
      await unread.first().click();
      expect(await unread.count()).toBe(before - 1);
    }
    if (before > 1) await press(page, notices.readAll);
    await page.goto("/notices?unread=true");
    expect(await unread.count()).toBe(0);
  });

  browserTest("the guide to the API lists what the API says of itself", async () => {
    const page = await reader();
    await page.goto(`/api?language=${language}`);
    expect(await main(page)).toContain(apiGuide.lead);
    expect(await page.locator("main tbody tr").count()).toBeGreaterThan(80);
    await expectFit(page);
  });
});
