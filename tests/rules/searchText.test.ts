import { createClient } from "@libsql/client";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { indexText, matchQuery } from "#worker/searchText";

const goods = [
  "涤纶低弹丝 DTY 150D/48F 半消光 低网",
  "全拉伸丝 FDY 75D/36F 大有光",
  "包覆纱 2040 Spandex Covered Yarn Müller",
  "关键词 DN５０ 法兰盘",
];
const db = createClient({ url: "file::memory:" });

beforeAll(async () => {
  await db.execute("create virtual table goods using fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
  for (const text of goods) {
    await db.execute({ sql: "insert into goods (text) values (?)", args: [indexText(text)] });
  }
});

async function found(typed: string) {
  const { rows } = await db.execute({
    sql: "select rowid from goods where goods match ? order by rowid",
    args: [matchQuery(typed)],
  });
  return rows.map((row) => Number(row.rowid) - 1);
}

describe("a buyer who types", () => {
  test.each([
    { typed: "低弹", hits: [0] },
    { typed: "低弹丝", hits: [0] },
    { typed: "弹丝", hits: [0] },
    { typed: "丝", hits: [0, 1] },
    { typed: "网", hits: [0] },
    { typed: "盘", hits: [3] },
    { typed: "键词", hits: [3] },
    { typed: "150/48低弹", hits: [0] },
    { typed: "dty 半消光", hits: [0] },
    { typed: "span", hits: [2] },
    { typed: "muller", hits: [2] },
    { typed: "dn50法兰", hits: [3] },
    { typed: "ＦＤＹ", hits: [1] },
    { typed: "弹低", hits: [] },
    { typed: "DTY FDY", hits: [] },
  ])("$typed finds $hits", async ({ typed, hits }) => {
    expect(await found(typed)).toEqual(hits);
  });

  test("only signs looks for nothing", () => {
    expect(matchQuery(' "*()-+:^ ')).toBeNull();
    expect(matchQuery("")).toBeNull();
  });

  test("anything at all never breaks the search", async () => {
    const typed = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc
        .array(fc.constantFrom('"', "*", "AND", "NOT", "NEAR(", ")", ":", "^", "-", "丝", "纱", "a", " "))
        .map((a) => a.join("")),
    );
    await fc.assert(
      fc.asyncProperty(
        typed.filter((text) => matchQuery(text) !== null),
        async (text) => {
          expect(await found(text)).toBeInstanceOf(Array);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("any part of a Chinese name finds it", async () => {
    const run = "涤纶低弹丝";
    const part = fc
      .tuple(fc.nat(4), fc.integer({ min: 1, max: 5 }))
      .map(([from, size]) => run.slice(from, from + size));
    await fc.assert(
      fc.asyncProperty(part, async (text) => {
        expect(await found(text)).toContain(0);
      }),
    );
  });

  test("a whole essay is searched by its first terms", () => {
    expect(matchQuery("a ".repeat(500))?.split(" AND ")).toHaveLength(12);
  });
});
