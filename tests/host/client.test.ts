import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { afterEach, describe, expect, test } from "vitest";
import { nameClient } from "#worker/client";

const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

/** Answers with the address that the site would see. */
async function addressSeen(trustProxy: boolean, headers: Record<string, string>) {
  const respond = getRequestListener(({ headers }) =>
    Response.json([headers.get("x-client-address"), ...headers]),
  );
  const server = createServer((incoming, outgoing) => {
    nameClient(incoming, trustProxy);
    void respond(incoming, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  open.push(() => server.close());
  const reply = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { headers });
  const [address, ...all] = await reply.json();
  expect(all.filter(([name]: [string]) => name === "x-client-address")).toHaveLength(1);
  return address;
}

describe("the address of a client", () => {
  test("is that of its connection, whatever it says itself", async () => {
    const lies = { "X-Client-Address": "1.2.3.4", "x-forwarded-for": "1.2.3.4" };
    expect(await addressSeen(false, lies)).toBe("127.0.0.1");
  });

  test("is the one our proxy saw, not one the client put in front", async () => {
    expect(await addressSeen(true, { "x-forwarded-for": "1.2.3.4, 203.0.113.9" })).toBe("203.0.113.9");
  });

  test("is that of the connection when the proxy names none", async () => {
    expect(await addressSeen(true, {})).toBe("127.0.0.1");
  });
});
