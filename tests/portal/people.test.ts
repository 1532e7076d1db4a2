import { desc, eq } from "drizzle-orm";
import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { mails } from "#schema/events";
import { runDueJobs } from "#worker/jobs";
import { wordsFor } from "../../portal/lib/say";
import { browserTest, desk, expectFit, phone, visits } from "./browser";
import { fill } from "./fill";

const { visit, site } = visits();

const main = (page: Page) => page.textContent("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

/** The link in the newest mail to an address, once the outbox has been emptied. */
async function linkMailedTo(email: string) {
  while ((await runDueJobs(site().host)) > 0);
  const kept = site()
    .host.db.select()
    .from(mails)
    .where(eq(mails.to, email))
    .orderBy(desc(mails.at))
    .limit(1);
  const link = new URL((await kept)[0]?.text.match(/https?:\S+/)?.[0] ?? "no:link");
  return link.pathname + link.search;
}

async function signIn(page: Page, email: string, password: string) {
  await page.goto("/sign-in");
  await fill(page, { email, password });
  await page.click("form.form button[type=submit]");
}

describe.each([
  { language: "zh", screen: phone },
  { language: "en", screen: desk },
] as const)("people, in $language", ({ language, screen }) => {
  const { people: words, access, frame } = wordsFor(language);
  const email = `new.buyer.${language}@xijin.example`;
  const reader = (person?: string) => visit({ person, language, screen });

  browserTest("an owner invites a buyer, who sets a password by the mailed link and signs in", async () => {
    const owner = await reader("owner@xijin.example");
    await owner.goto("/people");
    await fill(owner.locator("#invite"), { name: "小沈", email: "no address", roles: "buyer", language });
    await press(owner, words.sendInvitation);
    expect(await owner.locator("#email-error").count()).toBe(1);
    expect(await owner.inputValue("#name")).toBe("小沈");
    await expectFit(owner);
    await fill(owner.locator("#invite"), { email });
    await press(owner, words.sendInvitation);
    expect(await main(owner)).toContain(words.invited);
    expect(await main(owner)).toContain(email);

    const link = await linkMailedTo(email);
    const buyer = await reader();
    await buyer.goto(link);
    await fill(buyer, { password: "short" });
    await press(buyer, words.accept);
    expect(await buyer.locator("#password-error").count()).toBe(1);
    await expectFit(buyer);
    await fill(buyer, { password: "a long enough secret" });
    await press(buyer, words.accept);
    expect(new URL(buyer.url()).pathname).toBe("/");
    expect((await buyer.goto("/orders"))?.status()).toBe(200);

    const later = await reader();
    expect((await later.goto(link))?.status()).toBeGreaterThanOrEqual(400);
    await signIn(later, email, "a long enough secret");
    expect((await later.goto("/orders"))?.status()).toBe(200);
    expect((await later.goto("/people"))?.status()).toBe(403);
  });

  browserTest(
    "whoever forgot a password chooses another by mail, and the old one no longer works",
    async () => {
      const forgetful = { zh: "buyer@xijin.example", en: "owner@chengsuo.example" }[language];
      const page = await reader();
      await page.goto("/forgot-password");
      await fill(page, { email: "nobody@nowhere.example" });
      await press(page, access.sendLink);
      const told = await main(page);
      await page.goto("/forgot-password");
      await fill(page, { email: forgetful });
      await press(page, access.sendLink);
      expect(await main(page)).toBe(told);

      await page.goto(await linkMailedTo(forgetful));
      await expectFit(page);
      await fill(page, { password: "another long secret" });
      await press(page, access.save);
      expect(await main(page)).toContain(access.saved);

      await signIn(page, forgetful, "demo-dangkou");
      expect(await page.title()).toContain(frame.errorPrefix.trim());
      await signIn(page, forgetful, "another long secret");
      expect((await page.goto("/orders"))?.status()).toBe(200);
    },
  );

  browserTest("an accountant of two firms switches between them and never sees them mixed", async () => {
    const page = await reader("accountant@xijin.example");
    await page.goto("/ledger");
    const first = await main(page);
    const choices = page.locator("details.menu form button[name=party]");
    await page.locator("details.menu summary").click();
    await choices.and(page.locator(":not([aria-current])")).first().click();

    expect(new URL(page.url()).pathname).toBe("/ledger");
    const second = await main(page);
    expect(second).not.toBe(first);
    const documents = (text: string | null): string[] => text?.match(/[A-Z]{2,}-[A-Z0-9-]{6,}/g) ?? [];
    expect(documents(first).length + documents(second).length).toBeGreaterThan(0);
    expect(documents(first).filter((one) => documents(second).includes(one))).toEqual([]);
  });

  browserTest("an owner changes roles and ends access, and the person is out at once", async () => {
    const buyer = await reader();
    await signIn(buyer, email, "a long enough secret");
    const owner = await reader("owner@xijin.example");
    await owner.goto(`/people?q=${email}`);
    await owner.locator("main td a").first().click();
    await fill(owner, { roles: "receiver" });
    await press(owner, words.saveRoles);
    expect(await main(owner)).toContain(words.moved);
    await expectFit(owner);
    await fill(owner, { reason: "离职" });
    await press(owner, words.end);

    await buyer.goto("/orders");

    expect(new URL(buyer.url()).pathname).toBe("/sign-in");
  });
});
