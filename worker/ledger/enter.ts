import { and, eq, sql } from "drizzle-orm";
import { allocations } from "#schema/ledger";
import { type Party, parties } from "#schema/parties";
import type { EntryType } from "#schema/words/receivables";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { visibleParties } from "../parties/policy";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, type Guard, must, type Step, write } from "../write";
import type { EnterEntry } from "./input";
import { accountIdOf, type Posting, postingOf } from "./post";
import { mayEnter, receiptTypes, signed } from "./sides";

/** Staff put a receipt, a charge or a correction on an account, once. */
export async function enterEntry(ctx: Ctx, input: EnterEntry): Promise<void> {
  const actor = signedIn(ctx);
  allow(mayEnter(actor, input.type, input.amountMinor, input.currency));
  if (input.businessDate > businessDate(ctx.now)) throw refused("businessDate", tooLate);
  const party = await payer(ctx, input.party);
  await once(ctx, { id: input.id, input }, async (said) => {
    const posted = await postingOf(ctx, postingFrom(input, party.id));
    await write(ctx, [
      posted.steps,
      onlyOnce(ctx, input, party.id),
      designation(ctx, input, party.id),
      event(ctx, { recordId: input.id, type: "ledger_entry.posted", forCustomer: false, details: { said } }),
    ]);
  });
}

function postingFrom(input: EnterEntry, partyId: string): Posting {
  const { id, type, businessDate, currency, docNo, orderRef, memo, maturesOn } = input;
  const amountMinor = signed(input.side, input.amountMinor);
  const dueOn = dueAtOnce.includes(type) ? businessDate : null;
  return {
    id,
    partyId,
    currency,
    type,
    businessDate,
    amountMinor,
    docNo,
    orderRef,
    memo,
    maturesOn,
    dueOn,
    source: "staff",
  };
}

/** Neither is a delivery, so no term of payment gives time. */
const dueAtOnce: EntryType[] = ["bill_dishonour", "refund"];

/** One that owes for itself: neither we, nor a stall of ours, nor a dealer whose parent is billed. */
async function payer(ctx: Ctx, code: string): Promise<Party> {
  const [party] = await ctx.db
    .select()
    .from(parties)
    .where(and(eq(parties.code, code), visibleParties(ctx.actor, ctx.now)))
    .limit(1);
  if (!party) throw refused("party", unknown);
  const own = party.kind === "company" || (party.kind === "outlet" && party.operation !== "contracted");
  if (own || party.tradingModel === "resale") throw refused("party", noLedger);
  return party;
}

/** A bank slip or an opening balance that stands already is refused, and the batch with it. */
function onlyOnce(ctx: Ctx, input: EnterEntry, partyId: string): Guard[] {
  const live = sql`not exists (select 1 from entries r where r.reversal_of = e.id)`;
  if (input.type === "opening") {
    const count = sql`select count(*) from entries e where e.account_id = ${accountIdOf(partyId, input.currency)}
      and e.type = 'opening' and ${live}`;
    return [must(ctx, sql`(${count}) <= 1`, new Refusal("conflict", openedBefore))];
  }
  if (!receiptTypes.includes(input.type)) return [];
  const count = sql`select count(*) from entries e where e.doc_no = ${input.docNo}
    and e.business_date = ${input.businessDate} and e.amount_minor = ${-input.amountMinor} and ${live}`;
  return [must(ctx, sql`(${count}) <= 1`, new Refusal("conflict", enteredBefore, { docNo: enteredBefore }))];
}

/** The payer said which debt the money is for; that comes before the oldest one. */
function designation(ctx: Ctx, input: EnterEntry, partyId: string): (Step | Guard)[] {
  if (!input.settles || input.side === "debit") return [];
  const accountId = accountIdOf(partyId, input.currency);
  const debt = sql`exists (select 1 from entries
    where id = ${input.settles} and account_id = ${accountId} and amount_minor > 0)`;
  return [
    must(ctx, debt, refused("settles", noSuchDebt)),
    ctx.db.insert(allocations).values({
      id: input.id,
      accountId,
      creditEntryId: input.id,
      debitEntryId: input.settles,
      amountMinor: input.amountMinor,
      recordedAt: ctx.now,
    }),
  ];
}

const refused = (field: string, words: { zh: string; en: string }) =>
  new Refusal("invalid", words, { [field]: words });

const tooLate = { zh: "业务日期不能晚于今天。", en: "The date cannot be after today." };
const unknown = { zh: "没有这个往来单位。", en: "There is no such party." };
const noLedger = {
  zh: "该单位没有自己的往来账(直营档口或由上级结算的下级)。",
  en: "This party has no account of its own: it is our own outlet, or its parent is billed.",
};
const openedBefore = { zh: "该账户已有期初余额。", en: "This account has its opening balance already." };
const enteredBefore = {
  zh: "同一日期、金额和单号的收款已经登记过。",
  en: "A receipt with this slip number, date and amount has been entered before.",
};
const noSuchDebt = { zh: "该账户没有这笔应收。", en: "There is no such debt on this account." };
