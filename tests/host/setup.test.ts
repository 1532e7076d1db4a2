import { join } from "node:path";
import { expect, test } from "vitest";
import { createApp } from "#worker/api";
import { openMachine } from "#worker/machine";
import { readMachine } from "#worker/settings";
import { setUp } from "#worker/setup";
import { newFolder } from "./folder";

async function anEmptyMachine() {
  const folder = newFolder();
  return openMachine(
    readMachine({
      DATABASE_URL: `file:${join(folder, "portal.db")}`,
      FILES_DIR: folder,
      AUTH_SECRET: "a secret that only the tests know",
      DEMO: "none",
    }),
  );
}

const post = (body: object) => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

test("the first administrator of an empty database chooses a password by a link and signs in", async () => {
  const { host, close } = await anEmptyMachine();
  const link = await setUp(host, ["boss@firm.example", "示例化纤", "Example Fibres"]);
  const app = createApp(host);
  const password = "a warp beam in 1801";

  const token = new URL(link).searchParams.get("token");
  const chosen = await app.request("/api/v1/session/resets", post({ token, password }));
  const signedIn = await app.request("/api/v1/session", post({ email: "boss@firm.example", password }));

  expect([chosen.status, signedIn.status]).toEqual([200, 200]);
  expect(await signedIn.json()).toMatchObject({
    kind: "staff",
    seat: { nameZh: "示例化纤", roles: ["admin"] },
  });
  await close();
});

test("a company is founded once", async () => {
  const { host, close } = await anEmptyMachine();
  await setUp(host, ["boss@firm.example", "示例化纤"]);

  await expect(setUp(host, ["other@firm.example", "另一家"])).rejects.toThrow("has a company already");
  await expect(setUp(host, ["nobody", ""])).rejects.toThrow("first administrator");
  await close();
});
