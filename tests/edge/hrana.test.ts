import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient, type Row } from "@libsql/client/web";
import { afterEach, describe, expect, test } from "vitest";
import { startHrana } from "./hrana";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

async function aServer(options: Partial<Parameters<typeof startHrana>[0]> = {}) {
  const path = join(mkdtempSync(join(tmpdir(), "hrana-")), "test.db");
  const server = await startHrana({ path, ...options });
  const client = createClient({ url: server.url, authToken: options.authToken });
  open.push(server);
  await client.executeMultiple(`
    create table tins (id integer primary key, colour text unique, weight real, label blob);
    create table guard (ok integer not null);
  `);
  return { server, client, path };
}
const colours = (rows: Row[]) => rows.map(({ colour }) => colour);

describe("the libSQL server of the tests", () => {
  test("returns every kind of value as it was given", async () => {
    const { client } = await aServer();
    const label = new Uint8Array([0, 255, 7]);

    await client.execute({
      sql: "insert into tins values (:id, $colour, @weight, ?)",
      args: [1, "红", 1.5, label],
    });

    const { rows, columns } = await client.execute(
      "select *, null as absent, 9007199254740991 as most from tins",
    );
    expect(columns).toEqual(["id", "colour", "weight", "label", "absent", "most"]);
    expect(rows[0]).toMatchObject({ id: 1, colour: "红", weight: 1.5, absent: null, most: 9007199254740991 });
    expect(new Uint8Array(rows[0]?.label as ArrayBuffer)).toEqual(label);
  });

  test("binds arguments by name", async () => {
    const { client } = await aServer();
    const { rows } = await client.execute({ sql: "select :a || @b as both", args: { a: "x", b: "y" } });
    expect(rows[0]?.both).toBe("xy");
  });

  test("undoes a whole batch when one statement fails", async () => {
    const { client } = await aServer();
    const batch = client.batch(
      ["insert into tins (colour) values ('red')", "insert into guard (ok) values (null)"],
      "write",
    );

    await expect(batch).rejects.toThrow("NOT NULL constraint failed: guard.ok");

    expect((await client.execute("select * from tins")).rows).toEqual([]);
  });

  test("tells a unique violation by its code", async () => {
    const { client } = await aServer();
    await client.execute("insert into tins (colour) values ('red')");

    const again = client.execute("insert into tins (colour) values ('red')");

    await expect(again).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_CONSTRAINT/) });
  });

  test("counts the rows that a statement with RETURNING changed", async () => {
    const { client } = await aServer();
    await client.execute("insert into tins (colour) values ('red'), ('blue')");

    const { rowsAffected, rows } = await client.execute("update tins set weight = 2 returning colour");

    expect(rowsAffected).toBe(2);
    expect(colours(rows).sort()).toEqual(["blue", "red"]);
  });

  test("asks one request of the network for a batch", async () => {
    const { client, server } = await aServer();
    const before = server.seen.requests;

    await client.batch(["select 1", "select 2", "select 3"], "read");

    expect(server.seen.requests - before).toBe(1);
    expect(server.seen.statements).toContain("select 3");
  });

  test("keeps an interactive transaction apart until it commits", async () => {
    const { client } = await aServer();
    const inside = await client.transaction("write");
    await inside.execute("insert into tins (colour) values ('red')");

    expect((await client.execute("select * from tins")).rows).toEqual([]);
    await inside.commit();

    expect(colours((await client.execute("select * from tins")).rows)).toEqual(["red"]);
  });

  test("lets a second writer wait for the first", async () => {
    const { client } = await aServer();
    const first = await client.transaction("write");
    await first.execute("insert into tins (colour) values ('first')");
    const second = client.batch(["insert into tins (colour) values ('second')"], "write");

    await first.commit();
    await second;

    expect(colours((await client.execute("select colour from tins order by id")).rows)).toEqual([
      "first",
      "second",
    ]);
  });

  test("turns a writer away who has waited too long", async () => {
    const { client } = await aServer({ busyMs: 30 });
    const first = await client.transaction("write");
    await first.execute("insert into tins (colour) values ('first')");

    const second = client.batch(["insert into tins (colour) values ('second')"], "write");

    await expect(second).rejects.toMatchObject({ code: expect.stringMatching(/^SQLITE_BUSY/) });
    await first.rollback();
  });

  test("gives up a transaction that was left lying", async () => {
    const { client } = await aServer({ idleMs: 20 });
    const inside = await client.transaction("write");
    await inside.execute("insert into tins (colour) values ('red')");

    await new Promise((resolve) => setTimeout(resolve, 600));

    await expect(inside.commit()).rejects.toThrow();
    expect((await client.execute("select * from tins")).rows).toEqual([]);
  });

  test("refuses a visitor without the token", async () => {
    const { server } = await aServer({ authToken: "right" });
    const stranger = createClient({ url: server.url, authToken: "wrong" });
    await expect(stranger.execute("select 1")).rejects.toThrow("AUTH_FAILED");
  });
});
