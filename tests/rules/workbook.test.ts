import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { Refusal } from "#worker/refusal";
import { readWorkbook, writeWorkbook } from "#worker/workbook";

const day = new Date("2026-11-23T00:00:00Z");
const refusalOf = async (bytes: Uint8Array, most?: number) => {
  const refusal = await readWorkbook(bytes, most).catch((error: unknown) => error);
  if (!(refusal instanceof Refusal)) throw new Error("the file was taken");
  return refusal;
};

describe("a workbook we send", () => {
  test("comes back as it was: texts, figures, dates and gaps", async () => {
    const bytes = await writeWorkbook([
      {
        name: "订单",
        rows: [
          ["客户", "数量", "日期"],
          ["汐锦", 5120.4, day],
          [null, -1, null],
        ],
      },
    ]);

    expect(await readWorkbook(bytes)).toEqual([
      {
        name: "订单",
        rows: [
          { row: 1, cells: ["客户", "数量", "日期"] },
          { row: 2, cells: ["汐锦", 5120.4, day] },
          { row: 3, cells: [null, -1] },
        ],
      },
    ]);
  });

  test("holds texts as texts, whatever they start with", async () => {
    const bytes = await writeWorkbook([
      { name: "a", rows: [["=1+1", "013800138000", "91990000MA00000A9E", "+86"]] },
    ]);
    const [sheet] = await readWorkbook(bytes);

    expect(sheet?.rows[0]?.cells).toEqual(["=1+1", "013800138000", "91990000MA00000A9E", "+86"]);
  });

  test("may have several sheets, whose names Excel accepts", async () => {
    const bytes = await writeWorkbook([
      { name: "对账单 2026/10", rows: [["a"], [1]] },
      { name: "x".repeat(40), rows: [["b"], [2]] },
    ]);

    expect((await readWorkbook(bytes)).map(({ name, rows }) => [name, rows.length])).toEqual([
      ["对账单 2026 10", 2],
      ["x".repeat(31), 2],
    ]);
  });

  test("of nothing is a bug", async () => {
    await expect(writeWorkbook([])).rejects.toThrow("without sheets");
  });
});

describe("a workbook from a customer", () => {
  test("keeps the row numbers that its owner sees, and hides what he hid", async () => {
    const bytes = await writeXlsx({
      sheets: [
        { name: "shown", rows: [["a"], [], [null, " "], ["b", true]] },
        { name: "lists", rows: [["secret"]], hidden: true },
      ],
    });

    expect(await readWorkbook(bytes)).toEqual([
      {
        name: "shown",
        rows: [
          { row: 1, cells: ["a"] },
          { row: 4, cells: ["b", "TRUE"] },
        ],
      },
    ]);
  });

  test("with too many rows is refused, over all its sheets", async () => {
    const bytes = await writeXlsx({ sheets: ["a", "b"].map((name) => ({ name, rows: [["h"], [1], [2]] })) });

    expect((await refusalOf(bytes, 3)).status).toBe(413);
    expect((await refusalOf(bytes, 3)).words.zh).toContain("超过 3 行");
    expect(await readWorkbook(bytes, 4)).toHaveLength(2);
  });

  test("with a cell far out to the right is refused before it fills the memory", async () => {
    const row = Array.from({ length: 300 }, (_, at) => (at === 299 ? "far" : null));

    expect((await refusalOf(await writeXlsx({ sheets: [{ name: "a", rows: [row] }] }))).status).toBe(413);
  });
});

describe("a file that is no good workbook", () => {
  test.each([
    { what: "a text", bytes: new TextEncoder().encode("客户,数量"), status: 415 },
    { what: "nothing", bytes: new Uint8Array(), status: 415 },
    { what: "an old or locked one", bytes: Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), status: 415 },
    {
      what: "a zip of nothing",
      bytes: Uint8Array.from([0x50, 0x4b, 5, 6, ...Array(18).fill(0)]),
      status: 422,
    },
    { what: "more than the limit", bytes: new Uint8Array(8 * 1024 * 1024 + 1), status: 413 },
  ])("is refused: $what", async ({ bytes, status }) => {
    expect((await refusalOf(bytes)).status).toBe(status);
  });

  test("is refused wherever it was cut off", async () => {
    const bytes = await writeWorkbook([{ name: "a", rows: [["a"], [1]] }]);

    for (let size = 4; size < bytes.length; size += 7) {
      expect((await refusalOf(bytes.subarray(0, size))).status).toBe(422);
    }
  });

  test("is refused when it unpacks to far more than a workbook", async () => {
    const bytes = await writeWorkbook([{ name: "a", rows: [["a"], [1]] }]);

    expect((await refusalOf(withSizes(bytes, 1_000_000_000))).status).toBe(413);
  });

  test("is refused when it hides how much it unpacks to", async () => {
    const bytes = await writeWorkbook([{ name: "a", rows: [["a"], [1]] }]);

    expect((await refusalOf(withSizes(bytes, 0))).status).toBe(422);
    expect((await refusalOf(withSizes(bytes, 0xffffffff))).status).toBe(422);
  });

  test("is refused when it unpacks to more than it says", async () => {
    const bytes = await writeWorkbook([{ name: "a", rows: [["a"], [1]] }]);

    expect((await refusalOf(withSizes(bytes, 10))).status).toBe(422);
  });
});

/** The same zip, lying in its directory about the size of every part. */
function withSizes(bytes: Uint8Array, size: number): Uint8Array {
  const lying = bytes.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at + 46 < lying.length; at += 1) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, size, true);
  }
  return lying;
}
