import { describe, expect, test } from "vitest";
import { theWorkedExample } from "../build/ledger";
import { issuedOctober } from "../build/statements";
import { newWorld } from "../world";

const headings =
  "日期,类型,单据号,订单/合同号,客户单号,品名规格,色号,批号/缸号,件数,数量(kg),含税单价,应收,已收/冲减,余额,发票号,到期日,备注";

describe("files", () => {
  test("a statement as CSV has the seventeen columns in order, brought forward first and totals last", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);

    const reply = await world.as("dina").get(`/statements/${reference}?format=csv`);

    const rows = (await reply.text())
      .replace(/^\uFEFF/, "")
      .trim()
      .split(/\r?\n/);
    expect(reply.headers.get("content-disposition")).toContain(`${reference}.csv`);
    expect(rows[0]).toBe(headings);
    expect(rows[1]).toBe("2026-10-01,上期结转,,,,,,,,,,,,186420.35,,,");
    expect(rows[2]).toBe(
      "2026-10-09,发货应收,DN-TX-2610-0012,,,DTY 150D/48F SD NIM,,260928-A03-2,171,5120.4,9.05,46339.62,,232759.97,,2026-11-30,",
    );
    expect(rows.at(-1)).toBe(",合计,,,,,,,,11840.55,,110154.25,173898.71,122675.89,,,");
    expect(rows).toHaveLength(10);
  });

  test("the same as XLSX, in English for who reads English", async () => {
    const world = await newWorld();
    const { reference } = await issuedOctober(world);

    const xlsx = await world.as("dina").get(`/statements/${reference}?format=xlsx`);

    expect(xlsx.headers.get("content-type")).toContain("spreadsheetml");
    expect(new Uint8Array(await xlsx.arrayBuffer()).slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]));
  });

  test("the ledger as CSV is the whole filtered account", async () => {
    const world = await newWorld();
    await theWorkedExample(world);

    const reply = await world.as("dina").get("/ledger-entries?period=2026-10&format=csv&limit=2");

    const rows = (await reply.text())
      .replace(/^\uFEFF/, "")
      .trim()
      .split(/\r?\n/);
    expect(rows[0]).toBe(headings);
    expect(rows).toHaveLength(8);
  });
});
