import { accountIdOf, type Posting, postingOf } from "#worker/ledger/post";
import { write } from "#worker/write";
import type { World } from "../world";

type Said = Partial<Posting> & { at?: Date };

/** A fact in the ledger (a delivery of ¥1,000.00 to Dora's firm today unless said), as its noun would post it. */
export async function post(world: World, { at, ...said }: Said = {}): Promise<string> {
  const now = at ?? world.clock.now;
  const ctx = { db: world.db, now, actor: { kind: "system" } as const };
  const { id, steps } = await postingOf(ctx, {
    id: crypto.randomUUID(),
    partyId: "D-0001",
    currency: "CNY",
    type: "shipment",
    businessDate: new Date(now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10),
    amountMinor: 100_000,
    ...said,
  });
  await write(ctx, steps);
  return id;
}

type Line = Omit<Posting, "id" | "partyId" | "currency">;

/** Brought forward into October: August and September. */
export const broughtForward: Line[] = [
  { type: "shipment", businessDate: "2026-08-31", amountMinor: 6_000_000, docNo: "DN-TX-2608-0031" },
  { type: "shipment", businessDate: "2026-09-30", amountMinor: 12_642_035, docNo: "DN-TX-2609-0044" },
];

const returned = { shipmentId: "worked-example-3", item: "DTY 150D/48F SD NIM", lotNo: "261008-A03-1" };

/** October of an account on monthly terms, line by line. */
export const october: Line[] = [
  {
    type: "shipment",
    businessDate: "2026-10-09",
    amountMinor: 4_633_962,
    quantityMilli: 5_120_400,
    unitPriceE4: 90_500,
    docNo: "DN-TX-2610-0012",
    shipmentId: "worked-example-1",
    item: "DTY 150D/48F SD NIM",
    lotNo: "260928-A03-2",
    cartons: 171,
  },
  {
    type: "shipment",
    businessDate: "2026-10-14",
    amountMinor: 2_731_824,
    quantityMilli: 2_985_600,
    unitPriceE4: 91_500,
    docNo: "DN-TX-2610-0019",
    shipmentId: "worked-example-2",
    item: "DTY 150D/48F SD HIM",
    lotNo: "261002-A05-1",
    cartons: 100,
  },
  { type: "payment", businessDate: "2026-10-15", amountMinor: -12_000_000, docNo: "RC-2610-0007" },
  {
    type: "acceptance_bill",
    businessDate: "2026-10-20",
    amountMinor: -5_000_000,
    docNo: "130833100001220261020",
    maturesOn: "2027-04-20",
  },
  {
    type: "shipment",
    businessDate: "2026-10-22",
    amountMinor: 3_649_639,
    quantityMilli: 4_032_750,
    unitPriceE4: 90_500,
    docNo: "DN-TX-2610-0033",
    ...returned,
    cartons: 135,
  },
  {
    type: "return_credit",
    businessDate: "2026-10-27",
    amountMinor: -269_871,
    quantityMilli: -298_200,
    unitPriceE4: 90_500,
    docNo: "CN-2610-0002",
    ...returned,
  },
  {
    type: "allowance",
    businessDate: "2026-10-29",
    amountMinor: -120_000,
    docNo: "AL-2610-0001",
    ...returned,
  },
];

/** The account of the domain's worked example: ¥122,675.89 at the end of October 2026. */
export async function theWorkedExample(world: World, partyId = "D-0001"): Promise<string> {
  for (const line of [...broughtForward, ...october]) {
    const at = new Date(`${line.businessDate}T04:00:00Z`);
    await post(world, { ...line, partyId, paymentTerm: "eom_1", at });
  }
  return accountIdOf(partyId, "CNY");
}
