import { describe, expect } from "vitest";
import { browserTest, desk, phone, visits } from "./browser";

const { visit } = visits();

describe("signing in", () => {
  browserTest.each([
    ["zh", phone, "退出登录"],
    ["en", desk, "Sign out"],
  ] as const)("the dealer's owner signs in and out in %s", async (language, screen, out) => {
    const page = await visit({ person: "owner@xijin.example", language, screen });
    await page.goto("/orders");
    expect(await page.textContent("body")).toContain(out);

    await page.locator("details.menu summary").click();
    await page.getByRole("button", { name: out }).click();
    await page.goto("/orders");

    expect(new URL(page.url()).pathname).toBe("/sign-in");
  });

  browserTest("a wrong password is refused beside the field, and what was typed stays", async () => {
    const page = await visit({ language: "en" });
    await page.goto("/sign-in?language=en");
    await page.fill("#email", "owner@xijin.example");
    await page.fill("#password", "not the password");
    await page.click("form.form button[type=submit]");

    expect(await page.title()).toMatch(/^Error: /);
    expect(await page.inputValue("#email")).toBe("owner@xijin.example");
    expect(await page.textContent("main")).toContain("The e-mail address or the password is not right.");
  });
});
