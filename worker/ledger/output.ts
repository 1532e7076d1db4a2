import { z } from "zod";
import type { Account, Entry } from "#schema/ledger";
import type { Party } from "#schema/parties";
import { ageingBands, entryTypes } from "#schema/words/receivables";
import { type Actor, isStaff } from "../actor";
import { iso } from "../http";
import { MoveView } from "../moves";
import { PartyBrief, presentBrief } from "../parties/brief";
import { seesCredit } from "../parties/policy";
import { mayReverse } from "./policy";
import { typesFor } from "./sides";
import type { Standing } from "./standing";

const minor = z.number().int();
const Bands = z.record(z.enum(ageingBands), minor);

/** What an entry and a line of a statement both tell. */
export const lineFields = {
  type: z.enum(entryTypes),
  docNo: z.string().nullable(),
  orderRef: z.string().nullable(),
  customerPo: z.string().nullable(),
  item: z.string().nullable(),
  colourNo: z.string().nullable(),
  lotNo: z.string().nullable(),
  cartons: z.number().int().nullable(),
  quantityMilli: z.number().int().nullable(),
  unitPriceE4: z.number().int().nullable(),
  debitMinor: minor,
  creditMinor: minor,
  balanceMinor: minor, // Of the account after this line.
  invoiceNo: z.string().nullable(),
  dueOn: z.string().nullable(),
  adjustsPeriod: z.string().nullable(),
  memo: z.string().nullable(),
};

export const EntryView = z
  .object({
    id: z.string(),
    businessDate: z.string(),
    postingDate: z.string(),
    currency: z.string(),
    ...lineFields,
    effectiveDueOn: z.string().nullable(),
    maturesOn: z.string().nullable(),
    reversalOf: z.string().nullable(),
    reversedBy: z.string().nullable(),
    recordedAt: z.string(),
    moves: z.array(MoveView),
  })
  .meta({ id: "LedgerEntry" });
export type EntryView = z.infer<typeof EntryView>;

export type EntryRow = { entry: Entry; currency: string; balanceMinor: number; reversedBy: string | null };

export function presentEntry(
  actor: Actor,
  { entry, currency, balanceMinor, reversedBy }: EntryRow,
): EntryView {
  const { seq: _seq, accountId: _account, amountMinor, recordedAt, ...told } = entry;
  const reversible = mayReverse(actor) && entry.type !== "reversal" && reversedBy === null;
  return EntryView.parse({
    ...told,
    currency,
    debitMinor: Math.max(amountMinor, 0),
    creditMinor: Math.max(-amountMinor, 0),
    balanceMinor,
    reversedBy,
    recordedAt: iso(recordedAt),
    moves: reversible ? [{ move: "reverse", open: true, reason: null }] : [],
  });
}

export const AccountView = z
  .object({
    party: PartyBrief,
    currency: z.string(),
    balanceMinor: minor, // Negative: we hold the customer's money.
    overdueMinor: minor,
    oldestOverdueDays: z.number().int(),
    ageing: Bands, // What is open, by how long it is overdue.
    ages: Bands, // What is open, by how long ago it happened.
    unallocatedMinor: minor, // Receipts that no debt has taken up, as a negative.
    undueBillsMinor: minor,
    lastReceiptOn: z.string().nullable(),
    creditLimitMinor: minor.nullable(),
    creditLeftMinor: minor.nullable(), // Before orders that are not delivered yet.
    openDebts: z.array(
      z.object({
        id: z.string(),
        docNo: z.string().nullable(),
        businessDate: z.string(),
        dueOn: z.string().nullable(),
        openMinor: minor,
        daysOverdue: z.number().int(),
      }),
    ),
    entryTypes: z.array(z.string()), // What the reader may enter here.
  })
  .meta({ id: "Account" });
export type AccountView = z.infer<typeof AccountView>;

export type AccountRow = { account: Account; party: Party; standing: Standing };

const mostDebts = 100;

export function presentAccount(actor: Actor, { account, party, standing }: AccountRow): AccountView {
  const limit = seesCredit(actor, party) && party.creditLimitMinor > 0 ? party.creditLimitMinor : null;
  const { openDebts, ...figures } = standing;
  return {
    party: presentBrief(party),
    currency: account.currency,
    ...figures,
    creditLimitMinor: limit,
    creditLeftMinor: limit === null ? null : limit - standing.balanceMinor,
    openDebts: openDebts.slice(0, mostDebts),
    entryTypes: isStaff(actor) ? typesFor(actor) : [],
  };
}

export const PeriodsView = z.object({
  items: z.array(z.object({ period: z.string(), closedAt: z.string() })),
});
