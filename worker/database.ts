import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { type Client, createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import * as schema from "#schema/index";
import type { Db } from "./host";

/** Opens the database of one machine: a file beside the program, or a server that speaks libSQL. */
export async function openDatabase(url: string, authToken?: string): Promise<{ client: Client; db: Db }> {
  const client = url.startsWith("file:") ? await openFile(url) : createClient({ url, authToken });
  return { client, db: drizzle(client, { schema }) };
}

/** One connection, because a second one in the same program would wait for itself (SQLITE_BUSY). */
async function openFile(url: string) {
  mkdirSync(dirname(url.slice("file:".length)), { recursive: true });
  const client = steady(createClient({ url, concurrency: 1, timeout: 5_000 }));
  await client.execute("pragma journal_mode = wal");
  return client;
}

/** A connection that once saw SQLITE_BUSY keeps failing: github.com/tursodatabase/libsql-client-ts/issues/352 */
function steady(client: Client): Client {
  const reconnecting = async (work: Promise<unknown>) => {
    try {
      return await work;
    } catch (error) {
      if (isBusy(error)) client.reconnect();
      throw error;
    }
  };
  return new Proxy(client, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name, target);
      if (typeof member !== "function") return member;
      if (!["execute", "batch", "migrate", "executeMultiple"].includes(String(name)))
        return member.bind(target);
      return (...args: unknown[]) => reconnecting(member.apply(target, args));
    },
  });
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? String(error.code) : "";
  return code.startsWith("SQLITE_BUSY") || isBusy(error.cause);
}
