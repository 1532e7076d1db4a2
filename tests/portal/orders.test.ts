import { describe, expect } from "vitest";
import type { Language } from "#schema/words/words";
import { quantityField } from "../../portal/lib/orderEntry";
import { wordsFor } from "../../portal/lib/say";
import { callerOf } from "../flows/caller";
import { browserTest, desk, expectFit, phone, visits } from "./browser";

const owner = "owner@xijin.example";

describe.each([
  ["zh", phone],
  ["en", desk],
] as const)("orders and shipments in %s", (language: Language, screen) => {
  const { visit, site } = visits();
  const { orders: words, shipments } = wordsFor(language);

  browserTest("a buyer finds an order by its number and reads how far it is", async () => {
    const { body } = await (await callerOf(site().url, owner)).get("/orders?limit=1");
    const { reference } = body.items[0];
    const page = await visit({ person: "buyer@xijin.example", language, screen });

    await page.goto("/orders");
    await expectFit(page);
    await page.fill("#q", reference);
    await page
      .locator("form[method=get] button[type=submit], form:not([method]) button[type=submit]")
      .first()
      .click();
    await page.locator(`a[href="/orders/${reference}"]`).first().click();

    expect(await page.textContent("h1")).toContain(reference);
    await expectFit(page);
  });

  browserTest("a buyer places an order once, however often the form is sent", async () => {
    const page = await visit({ person: "buyer@xijin.example", language, screen });
    await page.goto("/orders/new");
    const sku =
      (await page
        .locator(`input[name^="${quantityField("")}"]`)
        .first()
        .getAttribute("name")) ?? "";
    await page.fill(`[name="${sku}"]`, "much");
    await page.getByRole("button", { name: words.newOrder.send }).click();
    expect(await page.inputValue(`[name="${sku}"]`)).toBe("much");

    const asBuyer = await callerOf(site().url, "buyer@xijin.example");
    const count = async () => (await asBuyer.get("/orders?limit=100")).body.items.length;
    const before = await count();
    await page.fill(`[name="${sku}"]`, "600 kg");
    await page.getByRole("button", { name: words.newOrder.send }).dblclick();
    await page.waitForURL(/\/orders\/SO-TX-/);

    expect(await count()).toBe(before + 1);
  });

  browserTest("the receiver signs for what arrived and names what is missing", async () => {
    const { body } = await (await callerOf(site().url, owner)).get("/shipments?status=delivered&limit=20");
    const mine = body.items.filter((one: { party: { code: string } }) => one.party.code === "D-0107");
    const { reference } = mine[0];
    const page = await visit({ person: owner, language, screen });
    await page.goto(`/shipments/${reference}`);
    await expectFit(page);

    await page.locator("#receipt details summary").first().click();
    await page.locator('#receipt [name$="difference"]').first().selectOption("short_cartons");
    await page.locator('#receipt [name$="cartons"]').first().fill("0");
    await page.locator('#receipt [name$="quantity"]').first().fill("0");
    await page.locator("#receipt").getByRole("button", { name: shipments.confirmReceipt }).click();

    expect(await page.locator("#receipt").count()).toBe(0);
    const after = await (await callerOf(site().url, owner)).get(`/shipments/${reference}`);
    expect(after.body.status).toBe("signed_with_exception");
  });
});
