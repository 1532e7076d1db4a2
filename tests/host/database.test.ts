import { join } from "node:path";
import Database from "libsql";
import { expect, test } from "vitest";
import { openDatabase } from "#worker/database";
import { migrate, pendingMigrations } from "#worker/migrate";
import { newFolder } from "./folder";

const migrations = import.meta.glob<string>("../../schema/migrations/*.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});

test("a new database file is made with its folder, in write-ahead mode, with foreign keys", async () => {
  const { client } = await openDatabase(`file:${join(newFolder(), "deep", "portal.db")}`);

  const { rows } = await client.execute(
    "select * from pragma_journal_mode, pragma_foreign_keys, pragma_busy_timeout",
  );

  expect(rows).toMatchObject([{ journal_mode: "wal", foreign_keys: 1, timeout: 5000 }]);
});

test("a connection that was busy once serves again when the other program has finished", async () => {
  const path = join(newFolder(), "portal.db");
  const { client } = await openDatabase(`file:${path}`);
  await client.execute("create table tins (id integer)");
  const other = new Database(path);
  other.exec("begin immediate");

  await expect(client.execute("insert into tins values (1)")).rejects.toMatchObject({
    code: expect.stringMatching(/^SQLITE_BUSY/),
  });
  other.exec("commit");

  expect((await client.execute("insert into tins values (2)")).rowsAffected).toBe(1);
}, 20_000);

test("every migration is applied once, in order", async () => {
  const { client } = await openDatabase(`file:${join(newFolder(), "portal.db")}`);

  const applied = await migrate(client);

  expect(applied.length).toBeGreaterThan(0);
  expect(applied).toEqual([...applied].sort());
  expect(await pendingMigrations(client)).toEqual([]);
  expect(await migrate(client)).toEqual([]);
});

test("nothing that a migration makes is left out for want of a breakpoint", async () => {
  const { client } = await openDatabase(`file:${join(newFolder(), "portal.db")}`);
  await migrate(client);

  const { rows } = await client.execute("select name from sqlite_master");
  const there = new Set(rows.map(({ name }) => name));
  const made = Object.values(migrations).flatMap((sql) => [
    ...sql.matchAll(/^create (?:unique index|virtual table|table|index|trigger) [`"]?(\w+)/gim),
  ]);
  expect(made.map(([, name]) => name).filter((name) => !there.has(name ?? ""))).toEqual([]);
});

test("the migrated database holds no row that points nowhere", async () => {
  const { client } = await openDatabase(`file:${join(newFolder(), "portal.db")}`);
  await migrate(client);

  expect((await client.execute("pragma foreign_key_check")).rows).toEqual([]);
  expect((await client.execute("pragma integrity_check")).rows).toMatchObject([{ integrity_check: "ok" }]);
});
