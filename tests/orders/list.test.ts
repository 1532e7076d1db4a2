import { expect, test } from "vitest";
import { newWorld } from "../world";

test("a visitor is asked to sign in before seeing orders", async () => {
  const { as } = await newWorld();

  const refused = await as("nobody").get("/orders");

  expect(refused.status).toBe(401);
  expect(await refused.json()).toMatchObject({ code: "unauthenticated", title: "请先登录。" });
});

test("a dealer without orders gets an empty list", async () => {
  const { as } = await newWorld();

  const list = await as("dora").get("/orders");

  expect(await list.json()).toEqual({ items: [], nextCursor: null });
});
