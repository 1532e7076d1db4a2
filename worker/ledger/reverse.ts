import { and, eq, sql } from "drizzle-orm";
import { accounts, type Entry, entries } from "#schema/ledger";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, must, write } from "../write";
import type { ReverseEntry } from "./input";
import { mayReverse, visibleAccounts } from "./policy";
import { type Posted, type Posting, postingOf } from "./post";

/** Takes an entry back by its exact negation, once, in the open month. */
export async function reverseEntry(ctx: Ctx, entryId: string, input: ReverseEntry): Promise<void> {
  signedIn(ctx);
  const { entry, partyId, currency } = await seen(ctx, entryId);
  allow(mayReverse(ctx.actor));
  if (entry.type === "reversal") throw new Refusal("conflict", notTwice);
  await once(ctx, { id: input.id, input: { ...input, entryId } }, async (said) => {
    const { steps } = await reversalOf(ctx, { id: input.id, partyId, currency, entry, memo: input.reason });
    await write(ctx, [
      must(ctx, sql`not exists (select 1 from entries where reversal_of = ${entryId})`, reversedBefore),
      steps,
      event(ctx, {
        recordId: input.id,
        type: "ledger_entry.reversed",
        reason: input.reason,
        details: { said, entryId },
      }),
    ]);
  });
}

type Reversal = Pick<Posting, "id" | "partyId" | "currency" | "memo"> & { entry: Entry };

/** The posting that negates an entry, for whichever record takes it back. */
export function reversalOf(ctx: Pick<Ctx, "db" | "now" | "actor">, reversal: Reversal): Promise<Posted> {
  const { entry, ...rest } = reversal;
  const {
    orderId,
    orderRef,
    customerPo,
    item,
    colourNo,
    lotNo,
    shipmentId,
    shipmentLineId,
    unitPriceE4,
    docNo,
  } = entry;
  return postingOf(ctx, {
    ...rest,
    ...{
      orderId,
      orderRef,
      customerPo,
      item,
      colourNo,
      lotNo,
      shipmentId,
      shipmentLineId,
      unitPriceE4,
      docNo,
    },
    type: "reversal",
    businessDate: businessDate(ctx.now),
    amountMinor: -entry.amountMinor,
    quantityMilli: entry.quantityMilli === null ? null : -entry.quantityMilli,
    dueOn: businessDate(ctx.now),
    reversalOf: entry.id,
  });
}

async function seen(ctx: Ctx, entryId: string) {
  const [found] = await ctx.db
    .select({ entry: entries, partyId: accounts.partyId, currency: accounts.currency })
    .from(entries)
    .innerJoin(accounts, eq(accounts.id, entries.accountId))
    .where(and(eq(entries.id, entryId), visibleAccounts(ctx.actor, ctx.now)))
    .limit(1);
  if (!found) throw new Refusal("not_found", { zh: "没有找到该笔账。", en: "We could not find that entry." });
  return found;
}

const notTwice = {
  zh: "冲销本身不能再冲销,请重新登记。",
  en: "A reversal cannot be reversed; enter it anew.",
};
const reversedBefore = new Refusal("conflict", {
  zh: "该笔账已被冲销。",
  en: "This entry has been reversed already.",
});
