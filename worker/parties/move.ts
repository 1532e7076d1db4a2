import { and, eq, isNull, type SQL, sql } from "drizzle-orm";
import { type Party, parties, partyParents } from "#schema/parties";
import { addDays, businessDate } from "../calendar";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { belowSeat } from "../reach";
import { allow, Refusal } from "../refusal";
import { event, type Guard, must, mustHaveChanged, type Step, write } from "../write";
import type { MoveParty } from "./input";
import { facts, type Move, needsReason, statusAfter } from "./lifecycle";
import { partyInReach } from "./parties";
import { mayMove, mayPlace } from "./policy";
import { mustFit, tradingModelUnder } from "./tree";

/** Changes how a party stands with us. */
export async function moveParty(ctx: Ctx, code: string, move: Move, { reason, version }: MoveParty) {
  const party = await partyInReach(ctx, code);
  allow(mayMove(ctx.actor, party, move));
  sameVersion(party, version);
  const status = statusAfter(party.status, move);
  if (needsReason(move) && !reason) throw missing("reason", "请填写原因。", "Enter the reason.");
  await write(ctx, [
    move === "close" ? nothingOpen(ctx, party) : [],
    ctx.db
      .update(parties)
      .set({ status, version: party.version + 1 })
      .where(and(eq(parties.id, party.id), eq(parties.version, party.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: party.id,
      type: `party.${facts[move]}`,
      from: party.status,
      to: status,
      reason,
      forCustomer: false,
    }),
  ]);
}

/** A party with a balance or anything under way cannot be closed; each reason is named. */
function nothingOpen(ctx: Ctx, { id }: Party): Guard[] {
  const none = (rows: SQL, zh: string, en: string) =>
    must(ctx, sql`not exists (${rows})`, new Refusal("conflict", { zh, en }));
  return [
    none(
      sql`select 1 from accounts a where a.party_id = ${id}
        and (select coalesce(sum(amount_minor), 0) from entries where account_id = a.id) <> 0`,
      "该单位的往来余额不为零,不能关闭。",
      "The balance is not zero, so the party cannot be closed.",
    ),
    none(
      sql`select 1 from orders where (party_id = ${id} or bill_to_id = ${id})
        and status not in ('closed', 'cancelled', 'rejected')`,
      "该单位还有未完结的订单,不能关闭。",
      "There are open orders, so the party cannot be closed.",
    ),
    none(
      sql`select 1 from complaints where party_id = ${id} and status not in ('closed', 'merged', 'withdrawn')`,
      "该单位还有未结案的投诉,不能关闭。",
      "There are open complaints, so the party cannot be closed.",
    ),
    none(
      sql`select 1 from returns where (party_id = ${id} or bill_to_id = ${id})
        and status not in ('closed', 'cancelled', 'rejected', 'expired')`,
      "该单位还有未完成的退货,不能关闭。",
      "There are open returns, so the party cannot be closed.",
    ),
  ];
}

/** Puts a party under another one from a day on; what was before stays as it was. */
export async function placeParty(ctx: Ctx, code: string, input: MoveParty) {
  const party = await partyInReach(ctx, code);
  allow(mayPlace(ctx.actor) && party.kind !== "company");
  sameVersion(party, input.version);
  const { parent: parentCode, from, reason } = input;
  if (!parentCode) throw missing("parent", "请选择新的上级单位。", "Choose the new party above it.");
  if (!from) throw missing("from", "请填写生效日期。", "Enter the day from which it holds.");
  if (!reason) throw missing("reason", "请填写原因。", "Enter the reason.");
  const parent = await partyInReach(ctx, parentCode);
  mustFit(party.kind, parent);
  const tradingModel = tradingModelUnder(party.kind, parent, input.tradingModel ?? party.tradingModel);
  mustStartInTime(ctx, from, tradingModel !== party.tradingModel);
  await write(ctx, [
    placeSteps(ctx, { partyId: party.id, parentId: parent.id, validFrom: from, reason }),
    ctx.db
      .update(parties)
      .set({ tradingModel, version: party.version + 1 })
      .where(and(eq(parties.id, party.id), eq(parties.version, party.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: party.id,
      type: "party.moved",
      reason,
      forCustomer: false,
      details: { parent: parent.code, from },
    }),
  ]);
}

type Place = { partyId: string; parentId: string; validFrom: string; reason: string };

function placeSteps(ctx: Ctx, place: Place): (Step | Guard)[] {
  const { partyId, parentId, validFrom } = place;
  const early = {
    zh: "生效日期不能早于当前归属的开始日期。",
    en: "The day must be after the present place began.",
  };
  const loop = { zh: "不能把单位放到它自己的下级之下。", en: "A party cannot stand below itself." };
  return [
    ctx.db
      .update(partyParents)
      .set({ validTo: addDays(validFrom, -1) })
      .where(
        and(
          eq(partyParents.partyId, partyId),
          isNull(partyParents.validTo),
          sql`${partyParents.validFrom} < ${validFrom}`,
        ),
      ),
    must(ctx, sql`changes() = 1`, new Refusal("invalid", early, { from: early })),
    must(
      ctx,
      sql`${parentId} not in ${belowSeat(partyId, validFrom)}`,
      new Refusal("invalid", loop, { parent: loop }),
    ),
    ctx.db.insert(partyParents).values(place),
  ];
}

/** Records already know who stood above them, so the past stays; who bills changes only for what comes now. */
function mustStartInTime(ctx: Ctx, from: string, billingChanges: boolean) {
  const today = businessDate(ctx.now);
  if (from < today) throw missing("from", "生效日期不能早于今天。", "The day cannot be in the past.");
  if (billingChanges && from !== today) {
    throw missing(
      "from",
      "此调整会改变开票方式,只能从今天起生效。",
      "This changes who bills, so it can only hold from today.",
    );
  }
}

function missing(field: string, zh: string, en: string) {
  return new Refusal("invalid", { zh, en }, { [field]: { zh, en } });
}
