import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { drizzle } from "drizzle-orm/libsql";
import { migrate } from "drizzle-orm/libsql/migrator";
import type { TestProject } from "vitest/node";
import * as schema from "#schema/index";
import { castRows } from "./cast";

declare module "vitest" {
  export interface ProvidedContext {
    template: string;
  }
}

/** One migrated database with the cast in it; every world is a copy of its file. */
export async function setup(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), "dangkou-"));
  const path = join(folder, "template.db");
  const client = createClient({ url: `file:${path}`, concurrency: 1, timeout: 5000 });
  const db = drizzle(client, { schema });
  await migrate(db, { migrationsFolder: "schema/migrations" });
  for (const rows of castRows(db)) await rows;
  client.close();
  project.provide("template", path);
  return () => rmSync(folder, { recursive: true, force: true });
}
