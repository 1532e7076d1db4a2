import { drizzle } from "drizzle-orm/libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { demoPassword } from "#schema/demo/people";
import { seedDemo } from "#schema/demo/seed";
import * as schema from "#schema/index";
import { createApp } from "#worker/api";
import { createAuth } from "#worker/auth";
import type { Host } from "#worker/host";
import { asOf, emptyDatabase, seeding } from "./seeded";

const ends: (() => void)[] = [];
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  const client = await emptyDatabase((work) => ends.push(work));
  const host: Host = {
    client,
    db: drizzle(client, { schema }),
    settings: {
      publicUrl: "http://demo.example",
      authSecret: "a secret only for tests, 32 chars long",
      demo: true,
    },
    files: { put: async () => {}, get: async () => null, remove: async () => {} },
    mailer: { send: async () => {} },
    now: () => asOf,
    waitUntil: () => {},
  };
  const { password } = await createAuth(host).$context;
  await seedDemo({ ...seeding(client), passwordHash: await password.hash(demoPassword) }, "tiny");
  app = createApp(host);
});
afterAll(() => {
  for (const end of ends) end();
});

const at = "http://demo.example/api/v1";

/** Signs in as a browser does and reads on with the cookie. */
async function as(email: string, password = demoPassword) {
  const signedIn = await app.request(`${at}/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: "http://demo.example", "x-client-address": email },
    body: JSON.stringify({ email, password }),
  });
  const cookie = signedIn.headers.get("set-cookie")?.split(";")[0] ?? "";
  return {
    status: signedIn.status,
    get: (url: string) => app.request(`${at}${url}`, { headers: { cookie } }),
  };
}

const itemsOf = async (reply: Response): Promise<Record<string, unknown>[]> => (await reply.json()).items;

describe("somebody who tries the demo", () => {
  const people = [
    "manager@lanxu.example",
    "export@lanxu.example",
    "owner@xijin.example",
    "manager@tongxiang.example",
    "buyer@padma.example",
  ];

  test.each(people)("signs in as %s and finds orders", async (email) => {
    const person = await as(email);

    expect(person.status).toBe(200);
    expect((await itemsOf(await person.get("/orders"))).length).toBeGreaterThan(0);
  });

  test("is turned away with another password", async () => {
    expect((await as("owner@xijin.example", "demo-wrong-one")).status).toBe(401);
  });

  test("opens Xijin's statement of October as its finance person", async () => {
    const reply = await (await as("finance@xijin.example")).get("/statements/ST-D0107-CNY-202610-V1");

    expect(reply.status).toBe(200);
    expect(await reply.text()).toContain("12267589");
  });

  test("cannot find it as Xijin's rival, its outlet or its sub-dealer", async () => {
    for (const email of ["owner@chengsuo.example", "manager@tongxiang.example", "owner@sub.xijin.example"]) {
      expect((await (await as(email)).get("/statements/ST-D0107-CNY-202610-V1")).status).toBe(404);
    }
  });

  test("reads no price of ours as the sub-dealer who buys from Xijin", async () => {
    const orders = await itemsOf(await (await as("owner@sub.xijin.example")).get("/orders"));

    expect(orders.length).toBeGreaterThan(0);
    expect(orders.map(({ totalMinor }) => totalMinor)).toEqual(orders.map(() => null));
  });

  test("finds the five complaints of one lot, and the guest's, as after-sales", async () => {
    const complaints = await itemsOf(
      await (await as("aftersales@lanxu.example")).get("/complaints?q=260905-B03-1"),
    );

    expect(complaints).toHaveLength(6);
  });
});
