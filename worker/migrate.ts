import type { Client } from "@libsql/client";

const files = import.meta.glob<string>("../schema/migrations/*.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});
const migrations = Object.entries(files)
  .map(([path, sql]) => ({ name: path.slice(path.lastIndexOf("/") + 1, -".sql".length), sql }))
  .sort((a, b) => (a.name < b.name ? -1 : 1));

const ledger = `create table if not exists migrations (
  name text primary key, applied_at integer not null
)`;

/** Applies what is new, in order of name, each wholly or not at all; answers with the names applied. */
export async function migrate(client: Client, now = new Date()): Promise<string[]> {
  await client.execute(ledger);
  const pending = await pendingMigrations(client);
  for (const { name, sql } of migrations.filter(({ name }) => pending.includes(name))) {
    // The name comes first: of two programs that start together, the second fails here and changes nothing.
    await client.migrate([
      { sql: "insert into migrations (name, applied_at) values (?, ?)", args: [name, now.getTime()] },
      ...statements(sql),
    ]);
  }
  return pending;
}

/** The migrations this program brings that the database has not seen. */
export async function pendingMigrations(client: Client): Promise<string[]> {
  const { rows } = await client.execute("select name from migrations");
  const applied = new Set(rows.map((row) => row.name));
  return migrations.map(({ name }) => name).filter((name) => !applied.has(name));
}

/** A trigger's body holds semicolons, so statements are divided by drizzle-kit's breakpoints alone. */
const statements = (sql: string) =>
  sql
    .split("--> statement-breakpoint")
    .map((statement) => statement.trim())
    .filter((statement) => statement !== "");
