import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Client, createClient, type Value } from "@libsql/client";
import { onTestFinished } from "vitest";
import { seedDemo } from "#schema/demo/seed";
import { migrate } from "#worker/migrate";

/** Monday, 10:00 in Shanghai: October is over, November is not. */
export const asOf = new Date("2026-11-23T02:00:00Z");

/** An empty database of its own. */
export async function emptyDatabase(forget: (work: () => void) => void = onTestFinished): Promise<Client> {
  const folder = mkdtempSync(join(tmpdir(), "demo-"));
  const client = createClient({ url: `file:${join(folder, "demo.db")}`, concurrency: 1, timeout: 5_000 });
  await client.execute("pragma foreign_keys = on");
  await migrate(client);
  forget(() => {
    client.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return client;
}

export const seeding = (client: Client, now = asOf) => ({ client, now, passwordHash: "a hash" });

/** The tiny demo company. */
export async function tinyDemo(now = asOf, forget?: (work: () => void) => void): Promise<Client> {
  const client = await emptyDatabase(forget);
  await seedDemo(seeding(client, now), "tiny");
  return client;
}

/** The rows of a query as plain objects. */
export async function rowsOf(
  client: Client,
  sql: string,
  ...args: Value[]
): Promise<Record<string, Value>[]> {
  const { rows, columns } = await client.execute({ sql, args });
  return rows.map((row) => Object.fromEntries(columns.map((column) => [column, row[column] ?? null])));
}
