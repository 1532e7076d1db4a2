import { describe, expect } from "vitest";
import { browserTest, phone, visits } from "./browser";

const { visit } = visits();
const october = "/statements/ST-D0107-CNY-202610-V1";

describe("the paper of a statement", () => {
  browserTest("has seventeen columns, the amount in words and two boxes to seal", async () => {
    const page = await visit({ person: "owner@xijin.example" });
    await page.goto(`${october}/print`);

    expect(await page.locator("thead").first().locator("th").count()).toBe(17);
    expect(await page.textContent("main")).toContain("人民币壹拾贰万贰仟陆佰柒拾伍元捌角玖分");
    expect(await page.locator(".boxes > div").count()).toBe(2);
  });
});

describe("answering a statement without any script", () => {
  browserTest(
    "on a phone: a line is disputed, corrected by finance, and the next version confirmed",
    async () => {
      const owner = await visit({ person: "owner@xijin.example", screen: phone });
      await owner.goto(october);
      const line = owner.locator("details.objection").nth(1);
      await line.locator("summary").click();
      await line.locator("select").selectOption("price_diff");
      await line.locator("input").first().fill("about ten");
      await owner.getByLabel("其余明细全部确认").check();
      await owner.getByRole("button", { name: "提交答复" }).click();

      expect(await owner.title()).toMatch(/^错误/);
      expect(await owner.locator("details.objection[open] input").first().inputValue()).toBe("about ten");
      expect(await owner.getByLabel("其余明细全部确认").isChecked()).toBe(true);
      await owner.locator("details.objection[open] input").first().fill("26,870.40");
      await owner.getByRole("button", { name: "提交答复" }).click();
      expect(await owner.textContent("main")).toContain("部分确认");

      const finance = await visit({ person: "finance@lanxu.example" });
      await finance.goto(october);
      await finance.locator("textarea[name=reply]").fill("合同价确为 9.00");
      await finance.getByRole("button", { name: "成立", exact: true }).click();
      await finance.getByRole("button", { name: "出具新版" }).click();
      expect(new URL(finance.url()).pathname).toBe("/statements/ST-D0107-CNY-202610-V2");

      await owner.goto(finance.url());
      await owner.getByRole("button", { name: "全部确认" }).click();
      expect(await owner.textContent("main")).toContain("已确认");
      expect(await owner.textContent("main")).toContain("¥122,228.05");
    },
  );
});

describe("keeping an account", () => {
  browserTest("finance enters a receipt, sees what is missing first, and reverses it", async () => {
    const page = await visit({ person: "finance@lanxu.example", language: "en" });
    await page.goto("/desk/accounts/D-0107?currency=CNY");
    await page.locator("[name=amount]").fill("5,000");
    await page.getByRole("button", { name: "Make an entry" }).click();
    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.locator("[name=amount]").inputValue()).toBe("5,000");
    await page.locator("[name=docNo]").fill("SLIP-77");
    await page.getByRole("button", { name: "Make an entry" }).click();

    const entry = page.locator("tbody tr").first();
    expect(await entry.textContent()).toContain("SLIP-77");
    await entry.locator("summary").click();
    await entry.locator("input[name=reason]").fill("Entered twice");
    await entry.getByRole("button", { name: "Reverse" }).click();

    expect(await page.locator("tbody tr").first().textContent()).toContain("Reversal");
    expect(await page.locator("tbody tr").nth(1).textContent()).toContain("Reversed");
  });
});
