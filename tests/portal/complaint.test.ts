import type { Page } from "playwright-core";
import { describe, expect } from "vitest";
import { complaintStageWords, complaintStatusForPartners } from "#schema/words/forPartners";
import { complaintStatusWords } from "#schema/words/statuses";
import { wordsFor } from "../../portal/lib/say";
import { browserTest, desk, expectFit, phone, visits } from "./browser";
import { fill, noPhoto, photo } from "./fill";

const { visit } = visits();
const owner = "owner@xijin.example";
const readers = [
  { language: "zh", screen: phone },
  { language: "en", screen: desk },
] as const;

const main = (page: Page) => page.textContent("main");
const press = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();

describe.each(readers)("a complaint, read in $language", ({ language, screen }) => {
  const {
    complaints: words,
    complaintDesk: staff,
    complaintForms: asks,
    followUps,
    frame,
  } = wordsFor(language);
  const described = "整经时断头很多，每万米超过二十次。";
  const reader = (person?: string) => visit({ person, language, screen });

  /** The dealer's complaint about the newest lot that arrived. */
  async function file(page: Page) {
    await page.goto("/complaints/new");
    await page.locator("input[name=shipmentLineId]").first().check();
    await fill(page, { class: "quality", description: described, complained: "20 kg" });
    await fill(page, { fileIds: photo() });
    await press(page, words.make);
    return new URL(page.url()).pathname.split("/").at(-1) ?? "";
  }

  /** Makes moves at the desk of a complaint, each on its own page. */
  const deskOf = (page: Page, reference: string) => async (move: string, said: Record<string, string>) => {
    await page.goto(`/desk/complaints/${reference}`);
    await page.locator(`a[href$="/${reference}/${move}"]`).click();
    await fill(page, said);
    await page.locator("main form.form button[type=submit]").click();
    expect(new URL(page.url()).search, `${move}: ${await main(page)}`).toBe("?done=saved");
  };

  browserTest("a file that is no photo is refused by name, and all that was typed stays", async () => {
    const page = await reader(owner);
    await page.goto("/complaints/new");
    const goods = page.locator("input[name=shipmentLineId]").first();
    await goods.check();
    await fill(page, { class: "quality", description: described, fileIds: noPhoto() });
    await press(page, words.make);

    expect(await page.title()).toContain(frame.errorPrefix.trim());
    expect(await page.locator("#fileIds-error").count()).toBe(1);
    expect(await page.inputValue("#description")).toBe(described);
    expect(await goods.isChecked()).toBe(true);
    await expectFit(page);
  });

  browserTest("a photo stays when something else has to be mended, and shows on the complaint", async () => {
    const page = await reader(owner);
    await page.goto("/complaints/new");
    await page.locator("input[name=shipmentLineId]").first().check();
    await fill(page, { class: "quality", description: described, complained: "plenty", fileIds: photo() });
    await press(page, words.make);
    expect(await page.inputValue("#complained")).toBe("plenty");
    expect(await page.locator("input[type=checkbox][name=fileIds]").isChecked()).toBe(true);

    await fill(page, { complained: "20 kg" });
    await press(page, words.make);

    expect(await main(page)).toContain(words.filed(new URL(page.url()).pathname.split("/").at(-1) ?? ""));
    expect(await main(page)).toContain(complaintStageWords.accepted[language]);
    const src = await page.locator(".photos img").first().getAttribute("src");
    expect((await page.request.get(src ?? "")).headers()["content-type"]).toBe("image/png");
    await expectFit(page);
  });

  browserTest(
    "it goes from the dealer to the desk, to a department and back, and closes after two calls",
    async () => {
      const dealer = await reader(owner);
      const reference = await file(dealer);
      await fill(dealer, { body: "样品已寄出。" });
      await press(dealer, words.sendAnswer);
      expect(await main(dealer)).toContain("样品已寄出。");

      const service = await reader("aftersales@lanxu.example");
      const move = deskOf(service, reference);
      await move("accept", { severity: "S3", reason: "小批量" });
      await move("route", { departments: "qc", text: "请检查留样" });
      const quality = await reader("qc@lanxu.example");
      await quality.goto(`/desk/complaints/${reference}`);
      await quality.getByRole("link", { name: staff.answerTask }).click();
      await fill(quality, { finding: "网络度偏低" });
      await press(quality, staff.answerTask);
      expect(await main(quality)).toContain("网络度偏低");
      await move("set_liability", { responsible: "manufacturer", validity: "valid" });
      await move("propose", { outcome: "allowance", amount: "300" });
      const manager = await reader("manager@lanxu.example");
      await deskOf(manager, reference)("approve", {});
      await move("reply", { text: "原因是网络度偏低，折让 300 元。" });
      await expectFit(service);

      await dealer.goto(`/complaints/${reference}`);
      expect(await main(dealer)).toContain("原因是网络度偏低，折让 300 元。");
      expect(await main(dealer)).not.toContain("请检查留样");
      await press(dealer, words.accept);
      expect(await main(dealer)).toContain(complaintStatusForPartners.customer_accepted[language]);

      await move("resolve", { text: "折让已入账" });
      const close = service.locator(`a[href$="/${reference}/close"]`);
      for (const call of [1, 2]) {
        expect(await close.count(), `before call ${call}`).toBe(0);
        await service
          .locator('a[href^="/desk/follow-ups/FU-"]')
          .nth(call - 1)
          .click();
        await fill(service, { result: "reached", overall: "5" });
        await press(service, followUps.save);
        expect(await main(service)).toContain(followUps.saved);
        await service.goto(`/desk/complaints/${reference}`);
      }
      await move("close", { text: "列入改进" });
      expect(await main(service)).toContain(complaintStatusWords.closed[language]);
    },
    90_000,
  );

  browserTest(
    "a guest files one, follows it by a private link, and a stranger with the code sees nothing",
    async () => {
      const guest = await reader();
      await guest.goto(`/${language}/complain`);
      await fill(guest, { description: described, name: "王女士", fileIds: photo() });
      await press(guest, words.make);
      expect(await guest.locator("#phone-error").count()).toBe(1);
      await fill(guest, { phone: "13800138000" });
      await press(guest, words.make);
      expect(await main(guest)).toContain(asks.keepThis);
      await expectFit(guest);
      const code = (await guest.textContent("main strong.num")) ?? "";
      const link = new URL((await guest.locator("main a.button.main").getAttribute("href")) ?? "");

      await guest.goto(link.pathname + link.search);
      expect(await main(guest)).toContain(described);
      expect(guest.url()).not.toContain("key=");
      await fill(guest, { body: "还需要什么资料？" });
      await press(guest, words.sendAnswer);
      expect(await main(guest)).toContain("还需要什么资料？");
      await expectFit(guest);

      const stranger = await reader();
      await stranger.goto(link.pathname);
      expect(new URL(stranger.url()).pathname).toBe(`/${language}/track`);
      await fill(stranger, { code, secret: "guessed" });
      await press(stranger, asks.track);
      expect(await main(stranger)).toContain(asks.trackWrong);
      expect(await main(stranger)).not.toContain(described);
    },
  );
});
