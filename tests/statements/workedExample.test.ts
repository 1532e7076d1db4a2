import { describe, expect, test } from "vitest";
import type { AccountView } from "#worker/ledger/output";
import type { StatementView } from "#worker/statements/output";
import { theWorkedExample } from "../build/ledger";
import { issue } from "../build/statements";
import { newWorld } from "../world";

describe("the worked example, October 2026", () => {
  test("the statement says it to the fen, in figures and in words", async () => {
    const world = await newWorld();
    await theWorkedExample(world);

    const { reference } = await issue(world);

    const reply = await world.as("dina").get(`/statements/${reference}`);
    const statement = (await reply.json()) as StatementView;
    expect(statement).toMatchObject({
      reference: "ST-D0001-CNY-202610-V1",
      openingMinor: 18_642_035,
      debitMinor: 11_015_425,
      creditMinor: 17_389_871,
      closingMinor: 12_267_589,
      overdueMinor: 1_642_035,
      undueBillsMinor: 5_000_000,
      uninvoicedMinor: null,
      closingInWords: { zh: "人民币壹拾贰万贰仟陆佰柒拾伍元捌角玖分" },
    });
    expect(
      statement.lines.map(({ debitMinor, creditMinor, balanceMinor }) => [
        debitMinor,
        creditMinor,
        balanceMinor,
      ]),
    ).toEqual([
      [4_633_962, 0, 23_275_997],
      [2_731_824, 0, 26_007_821],
      [0, 12_000_000, 14_007_821],
      [0, 5_000_000, 9_007_821],
      [3_649_639, 0, 12_657_460],
      [0, 269_871, 12_387_589],
      [0, 120_000, 12_267_589],
    ]);
    expect(statement.quantityMilli).toBe(5_120_400 + 2_985_600 + 4_032_750 - 298_200);
    expect(statement.sections).toEqual([
      { section: "deliveries", quantityMilli: 12_138_750, debitMinor: 11_015_425, creditMinor: 0 },
      { section: "returns", quantityMilli: -298_200, debitMinor: 0, creditMinor: 389_871 },
      { section: "receipts", quantityMilli: 0, debitMinor: 0, creditMinor: 17_000_000 },
    ]);
  });

  test("on 23 November ¥16,420.35 of September is 21 days overdue and the rest is not due", async () => {
    const world = await newWorld();
    await theWorkedExample(world);

    const reply = await world.as("dina").get("/ledger-entries/accounts");

    const { items } = (await reply.json()) as { items: AccountView[] };
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      balanceMinor: 12_267_589,
      overdueMinor: 1_642_035,
      oldestOverdueDays: 21,
      unallocatedMinor: 0,
      undueBillsMinor: 5_000_000,
      lastReceiptOn: "2026-10-20",
    });
    expect(items[0]?.ageing).toMatchObject({ not_due: 10_625_554, days_1_30: 1_642_035, days_31_60: 0 });
    expect(items[0]?.openDebts.map(({ openMinor, daysOverdue }) => [openMinor, daysOverdue])).toEqual([
      [1_642_035, 21],
      [4_633_962, 0],
      [2_731_824, 0],
      [3_259_768, 0],
    ]);
  });

  test("the ledger shows the same balances, newest first, page by page", async () => {
    const world = await newWorld();
    await theWorkedExample(world);
    const dina = world.as("dina");

    const first = (await (await dina.get("/ledger-entries?limit=5")).json()) as Page;
    const second = (await (
      await dina.get(`/ledger-entries?limit=5&cursor=${encodeURIComponent(first.nextCursor ?? "")}`)
    ).json()) as Page;

    expect([...first.items, ...second.items].map(({ balanceMinor }) => balanceMinor)).toEqual([
      12_267_589, 12_387_589, 12_657_460, 9_007_821, 14_007_821, 26_007_821, 23_275_997, 18_642_035,
      6_000_000,
    ]);
    expect(second.nextCursor).toBeNull();
  });
});

type Page = { items: { balanceMinor: number }[]; nextCursor: string | null };
