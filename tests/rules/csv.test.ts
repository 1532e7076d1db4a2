import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readCsv, writeCsv } from "#worker/csv";
import { Refusal } from "#worker/refusal";

const utf8 = (text: string) => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
const cellsOf = async (bytes: Uint8Array) => (await readCsv(bytes)).map(({ cells }) => cells);
const refusalOf = async (bytes: Uint8Array, most?: number) => {
  const refusal = await readCsv(bytes, most).catch((error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw new Error("the file was taken");
  return refusal;
};

describe("a table from a customer", () => {
  // 客户,数量 in GBK, as Excel on Chinese Windows saves it.
  const gbk = Uint8Array.from([
    0xbf, 0xcd, 0xbb, 0xa7, 0x2c, 0xca, 0xfd, 0xc1, 0xbf, 0x0d, 0x0a, 0x80, 0x2c, 0x31,
  ]);
  test.each([
    { from: "UTF-8", bytes: utf8("客户,数量\n€,1") },
    { from: "UTF-8 with a mark", bytes: utf8("\ufeff客户,数量\r\n€,1\r\n") },
    { from: "GBK", bytes: gbk },
    { from: "UTF-16 with tabs", bytes: Uint8Array.from(Buffer.from("\ufeff客户\t数量\r\n€\t1", "utf16le")) },
    { from: "semicolons", bytes: utf8('"客户";数量\r€;"1"') },
    { from: "mixed line ends", bytes: utf8("客户,数量\r\n\n€,1\r") },
  ])("in $from is read the same", async ({ bytes }) => {
    expect(await cellsOf(bytes)).toEqual([
      ["客户", "数量"],
      ["€", "1"],
    ]);
  });

  test("keeps the row numbers that its owner sees", async () => {
    const rows = await readCsv(utf8('a,b\r\n\r\n"two\r\nlines, one cell",x\r\n , \r\nlast'));

    expect(rows).toEqual([
      { row: 1, cells: ["a", "b"] },
      { row: 3, cells: ["two\r\nlines, one cell", "x"] },
      { row: 5, cells: ["last"] },
    ]);
  });

  test("without rows is empty", async () => {
    expect(await readCsv(new Uint8Array())).toEqual([]);
    expect(await readCsv(utf8("\r\n\r\n"))).toEqual([]);
  });

  test("with a lone quotation mark is refused by its row, in both languages", async () => {
    const refusal = await refusalOf(utf8('a,b\n1,2\n3,"4\n5,6\n'));

    expect(refusal.status).toBe(422);
    expect(refusal.words.en).toContain("Row 3 ");
    expect(refusal.words.zh).toContain("第 3 行");
    expect((await refusalOf(utf8('a,b\n5" tube,2\n'))).words.en).toContain("Row 2 ");
  });

  test("of bytes that are no text is refused", async () => {
    expect((await refusalOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0]))).words.en).toContain("encoding");
    expect((await refusalOf(utf8("a\0b"))).status).toBe(422);
  });

  test("with too many rows or bytes is refused", async () => {
    expect((await refusalOf(utf8("h\n1\n2\n3\n"), 2)).status).toBe(413);
    expect(await readCsv(utf8("h\n1\n2\n"), 2)).toHaveLength(3);
    expect((await refusalOf(new Uint8Array(8 * 1024 * 1024 + 1))).status).toBe(413);
  });

  test("of many rows leaves room for other visitors", async () => {
    const bytes = utf8("SO-TX-2611-0001,DTY 150D/48F,5120.40,2026-11-23\n".repeat(20_001));
    let turns = 0;
    const others = setInterval(() => (turns += 1), 1);

    expect(await readCsv(bytes)).toHaveLength(20_001);
    clearInterval(others);
    expect(turns).toBeGreaterThan(10);
  });
});

describe("a table we send", () => {
  test("opens in Chinese Excel: marked UTF-8 with quoted cells", () => {
    const bytes = writeCsv([
      ["客户", "备注"],
      ["汐锦", 'a "b", c'],
      [null, 1.5],
    ]);

    expect(textOf(bytes)).toBe('\ufeff客户,备注\r\n汐锦,"a ""b"", c"\r\n,1.5\r\n');
  });

  test.each(["=1+1", "+86", "-2", "@SUM(A1)", "\t=1", "\r=1", "＝1+1"])(
    "never starts a formula with %j",
    (cell) => {
      expect(textOf(writeCsv([[cell]]))).toMatch(/^\ufeff"?'/);
    },
  );

  test("keeps a negative figure a figure", () => {
    expect(textOf(writeCsv([[-2698.71]]))).toBe("\ufeff-2698.71\r\n");
  });

  test("keeps zeros and long numbers from Excel", async () => {
    const bytes = writeCsv([["013800138000", "91990000000000000", "150"]]);

    expect(textOf(bytes)).toBe('\ufeff"\t013800138000","\t91990000000000000",150\r\n');
    expect(await cellsOf(bytes)).toEqual([["013800138000", "91990000000000000", "150"]]);
  });

  test("comes back as it was sent", async () => {
    const cell = fc
      .string({ unit: "grapheme" })
      .map((text) => text.trim().replaceAll("\0", ""))
      .filter((text) => !text.startsWith("'"));
    const table = fc.array(
      fc.array(cell, { minLength: 2, maxLength: 4 }).filter((row) => row.some(Boolean)),
      { minLength: 1, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(table, async (rows) => {
        expect(await cellsOf(writeCsv([["heading", "other"], ...rows]))).toEqual([
          ["heading", "other"],
          ...rows,
        ]);
      }),
    );
  });
});
