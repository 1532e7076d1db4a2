import type { Client } from "@libsql/client";
import { describe, expect, test } from "vitest";
import { isHalfSeeded, seedDemo } from "#schema/demo/seed";
import { asOf, emptyDatabase, rowsOf, seeding, tinyDemo } from "./seeded";

/** Every row of every table. */
async function everything(client: Client) {
  const tables = await rowsOf(
    client,
    "select name from sqlite_master where type = 'table' and name not like 'sqlite%' and name not in ('migrations') order by 1",
  );
  const contents = tables.map(
    async ({ name }) => [name, inOrder(await rowsOf(client, `select * from "${name}"`))] as const,
  );
  return Object.fromEntries(await Promise.all(contents));
}

const inOrder = (rows: object[]) => rows.map((row) => JSON.stringify(row)).sort();

/** A database that loses its connection after so many batches. */
const breakingAfter = (client: Client, batches: number): Client =>
  new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (name === "batch" && batches-- <= 0) throw new Error("the power is out");
      return member.bind(target);
    },
  });

describe("making the demo company", () => {
  test("the same day makes the same rows", async () => {
    const [one, other] = [await tinyDemo(), await tinyDemo()];

    expect(await everything(other)).toEqual(await everything(one));
  });

  test("another day makes other rows", async () => {
    const later = await tinyDemo(new Date("2026-12-15T06:00:00Z"));

    expect(await everything(later)).not.toEqual(await everything(await tinyDemo()));
  });

  test("a seeding that was cut short is taken up where it was, as of the day it began", async () => {
    const client = await emptyDatabase();
    await expect(seedDemo(seeding(breakingAfter(client, 12)), "tiny")).rejects.toThrow("the power is out");
    expect(await isHalfSeeded(client)).toBe(true);

    await seedDemo(seeding(client, new Date(asOf.getTime() + 3_600_000)), "tiny");

    expect(await isHalfSeeded(client)).toBe(false);
    expect(await everything(client)).toEqual(await everything(await tinyDemo()));
  });
});
