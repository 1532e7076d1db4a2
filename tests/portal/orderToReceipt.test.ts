import { describe, expect } from "vitest";
import { browserTest, expectFit, phone, visits } from "./browser";

const { visit } = visits();

const ofPartners = [
  "/orders",
  "/orders/new",
  "/orders/SO-TX-2611-0002",
  "/shipments",
  "/shipments/DN-TX-2611-0002",
];
const ofStaff = [
  "/desk/orders",
  "/desk/orders?tab=all",
  "/desk/orders/SO-TX-2611-0001",
  "/desk/orders/SO-TX-2611-0002",
  "/desk/shipments?tab=all",
  "/desk/shipments/new?order=SO-TX-2611-0003",
  "/desk/shipments/DN-TX-2611-0001",
];

describe("the pages of orders and shipments", () => {
  browserTest(
    "fit the phone of a dealer, in Chinese",
    async () => {
      const page = await visit({ person: "owner@xijin.example", screen: phone });
      for (const path of ofPartners) {
        expect((await page.goto(path))?.status(), path).toBe(200);
        await expectFit(page);
      }
    },
    90_000,
  );

  browserTest(
    "fit the desk of our sales manager, in English, and show no code",
    async () => {
      const page = await visit({ person: "manager@lanxu.example", language: "en" });
      for (const path of ofStaff) {
        expect((await page.goto(path))?.status(), path).toBe(200);
        expect(await page.textContent("main"), path).not.toMatch(/[a-z]_[a-z]|undefined|\[object/);
        await expectFit(page);
      }
    },
    90_000,
  );
});

describe("from order to receipt without any script", () => {
  browserTest(
    "an order is placed, confirmed, made ready, sent and signed for with a difference",
    async () => {
      const owner = await visit({ person: "owner@xijin.example", screen: phone });
      await owner.goto("/orders/new");
      const quantity = owner.locator("td input").first();
      await quantity.fill("很多");
      await owner.getByLabel("客户单号").fill("PO-浏览器");
      await owner.getByRole("button", { name: "提交订单" }).click();

      expect(await owner.title()).toMatch(/^错误/);
      expect(await quantity.inputValue()).toBe("很多");
      expect(await owner.getByLabel("客户单号").inputValue()).toBe("PO-浏览器");
      await quantity.fill("600公斤");
      await owner.getByRole("button", { name: "提交订单" }).click();
      expect(await owner.textContent("main")).toContain("订单已提交");
      const order = new URL(owner.url()).pathname;

      const manager = await visit({ person: "manager@lanxu.example" });
      await manager.goto(`/desk${order}`);
      await manager.getByRole("button", { name: "确认订单" }).click();
      expect(await manager.textContent("main")).toContain("请填写承诺交期");
      await manager.locator("[name='lines.0.promisedOn']").fill("2099-01-04");
      await manager.getByRole("button", { name: "确认订单" }).click();
      await manager.locator("[name='lines.0.ready']").fill("600");
      await manager.getByRole("button", { name: "更新进度" }).click();
      expect(await manager.textContent("main")).toContain("待发货");

      await manager.getByRole("link", { name: "安排发货" }).click();
      await manager.getByLabel("批号", { exact: true }).first().fill("291231-A01-1");
      await manager.getByLabel("码单").first().fill("1\t6\t31.2\t1.2\n2\t6\t一点\t1.2");
      await manager.getByLabel("运输方式").selectOption("truck");
      await manager.getByRole("button", { name: "安排发货" }).click();
      expect(await manager.textContent("main")).toContain("第 2 行");
      await manager.getByLabel("码单").first().fill("1\t6\t301.2\t1.2\n2\t6\t301.2\t1.2");
      await manager.getByRole("button", { name: "安排发货" }).click();
      await manager.getByRole("button", { name: "发出", exact: true }).click();
      expect(await manager.textContent("main")).toContain("已发出");
      const shipment = new URL(manager.url()).pathname.replace("/desk", "");

      await owner.goto(shipment);
      await owner.locator("#receipt summary").click();
      await owner.getByLabel("实收件数").fill("1");
      await owner.getByRole("button", { name: "确认收货" }).click();
      expect(await owner.textContent("main")).toContain("请选择差异类型");
      expect(await owner.getByLabel("实收件数").inputValue()).toBe("1");
      await owner.getByLabel("差异类型").selectOption("short_cartons");
      await owner.getByRole("button", { name: "确认收货" }).click();
      expect(await owner.textContent("main")).toContain("异常签收");
      const complain = owner.getByRole("link", { name: "就差异提交投诉" });
      expect(await complain.getAttribute("href")).toMatch(/^\/complaints\/new\?line=/);

      await owner.goto(order);
      expect(await owner.textContent("main")).toContain("300.00 kg");
      expect(await owner.locator("[aria-current=step]").textContent()).toContain("已签收");
    },
    90_000,
  );

  browserTest("what was typed stays while other items are looked for", async () => {
    const page = await visit({ person: "owner@xijin.example", language: "en" });
    await page.goto("/orders/new");
    const first = page.locator("td input").first();
    const name = (await first.getAttribute("name")) ?? "";
    await first.fill("20 cartons");
    await page.getByLabel("Find items").fill("no such yarn");
    await page.getByRole("button", { name: "Find" }).click();

    expect(await page.textContent("main")).toContain("No item matches.");
    expect(await page.locator(`[name="${name}"]`).inputValue()).toBe("20 cartons");
  });

  browserTest("a resale sub-dealer's order waits for its parent and shows no price", async () => {
    const child = await visit({ person: "owner@sub.xijin.example" });
    await child.goto("/orders/new");
    expect(await child.textContent("main")).not.toMatch(/元\/kg/);
    await child.locator("td input").first().fill("300");
    await child.getByRole("button", { name: "提交订单" }).click();
    expect(await child.textContent("main")).toContain("等待付款方转报给我们");
    expect(await child.textContent("main")).not.toContain("¥");

    const parent = await visit({ person: "owner@xijin.example" });
    await parent.goto(new URL(child.url()).pathname);
    await parent.getByRole("button", { name: "提交给工厂" }).click();
    expect(await parent.textContent("main")).toContain("待确认");
  });
});
