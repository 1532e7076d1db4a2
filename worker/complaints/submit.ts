import { and, eq } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { type Party, parties } from "#schema/parties";
import { isStaff } from "../actor";
import type { Ctx } from "../context";
import { attachFiles } from "../files/files";
import { once } from "../once";
import { visibleParties } from "../parties/policy";
import { reachSteps } from "../reach";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { takeTry } from "../throttle";
import { parseMoney } from "../typed";
import { event, job, nextReference, write } from "../write";
import { clockSteps } from "./clockSteps";
import { acknowledgeBy } from "./clocks";
import { type Goods, isLateFor, itemIn, receivedGoods } from "./goods";
import { linkStep } from "./guestLink";
import type { GuestComplaint, SubmitComplaint } from "./input";
import { refuseFields, wrongIn, wrongInGuest } from "./intake";
import { mayComplain, mayTypeIn } from "./policy";
import { proposedSeverity } from "./severity";

const perAddress = { tries: 10, minutes: 60 };

/** Files a complaint for one's own party, or, as staff, for whoever called; returns its reference. */
export async function submitComplaint(ctx: Ctx, input: SubmitComplaint): Promise<string> {
  const actor = signedIn(ctx);
  allow(mayComplain(actor) || mayTypeIn(actor));
  await once(ctx, { id: input.id, input }, async (said) => {
    const party = await partyOf(ctx, input);
    const goods = input.shipmentLineId ? await receivedGoods(ctx, party.id, input.shipmentLineId) : null;
    refuseFields(wrongIn(actor, input, goods, { now: ctx.now, currency: party.currency }));
    await file(ctx, said, { input, party, goods });
  });
  return referenceOf(ctx, input.id);
}

/** Files a complaint of someone without an account. */
export async function submitAsGuest(ctx: Ctx, input: GuestComplaint): Promise<string> {
  allow(ctx.actor.kind === "visitor" || ctx.actor.kind === "guest");
  await once(ctx, { id: input.id, input }, async (said) => {
    refuseFields(wrongInGuest(input));
    await takeTry(ctx, [{ key: `complain from ${ctx.address}`, limit: perAddress }]);
    await file(ctx, said, { input, party: null, goods: null });
  });
  return referenceOf(ctx, input.id);
}

type Signed = { input: SubmitComplaint; party: Party; goods: Goods | null };
type Filing = Signed | { input: GuestComplaint; party: null; goods: null };

async function file(ctx: Ctx, said: string, filing: Filing) {
  await write(ctx, await filingSteps(ctx, said, filing));
}

/** All that files a complaint, for the write of its own or of a record that brings one along. */
export async function filingSteps(
  ctx: Ctx,
  said: string,
  filing: Filing,
): Promise<Parameters<typeof write>[1]> {
  const { input, party, goods } = filing;
  const row = complaintOf(ctx, filing);
  const number = nextReference(ctx, numberKey("CP", null, ctx.now));
  return [
    number.step,
    ctx.db.insert(complaints).values({ ...row, reference: number.reference }),
    event(ctx, {
      recordId: row.id,
      type: "complaint.submitted",
      to: row.status,
      channel: row.channel === "portal" ? undefined : row.channel,
      details: { said },
    }),
    reachSteps(ctx, {
      noun: "complaint",
      recordId: row.id,
      at: row.receivedAt,
      partyId: party?.id ?? null,
      billToId: goods?.shipment.billToId,
    }),
    attachFiles(ctx, { ids: input.fileIds, noun: "complaint", recordId: row.id }),
    party ? [] : await linkStep(ctx, row.id),
    clockSteps(ctx, row.id, "acknowledge", row.receivedAt, row.acknowledgeBy),
    job(ctx, `complaint received ${row.id}`, "complaint.received", { id: row.id }),
  ];
}

function complaintOf(ctx: Ctx, { input, party, goods }: Filing) {
  const { now, actor } = ctx;
  const currency = party?.currency ?? "CNY";
  const demandMinor = input.demandAmount ? parseMoney(input.demandAmount, currency) : null;
  const signed = "party" in input ? input : null;
  const language =
    "language" in input ? input.language : actor.kind === "partner" ? actor.language : languageOf(party);
  const receivedAt = signed?.receivedAt ?? now;
  const signs = {
    machineStopped: input.machineStopped,
    complainedMilli: input.complained,
    demandMinor,
    currency,
  };
  const keyAccount = party?.keyAccount ?? false;
  const severity = proposedSeverity({
    ...signs,
    class: input.class,
    keyAccount,
    repeated: goods?.repeated ?? false,
  });
  return {
    id: input.id,
    status: "submitted" as const,
    partyId: party?.id ?? null,
    submittedBy: actor.kind === "partner" ? actor.personId : null,
    ...guestOf(input),
    ...signs,
    language,
    channel: signed?.channel ?? ("portal" as const),
    receivedAt,
    shipmentLineId: goods?.line.id ?? null,
    lotNo: goods?.lot?.lotNo ?? input.lotNo,
    dyeLotNo: goods?.lot?.dyeLotNo ?? null,
    item: goods ? itemIn(language, goods) : "item" in input ? input.item : null,
    unopenedMilli: input.unopened,
    usedMilli: input.used,
    whereFound: input.whereFound,
    machine: input.machine,
    description: input.description,
    demand: input.demand,
    lateObjection: goods !== null && isLateFor(input.class, goods, receivedAt),
    class: input.class,
    acknowledgeBy: acknowledgeBy(severity, receivedAt),
    createdAt: now,
  };
}

const languageOf = (party: Party | null) =>
  party && party.country !== "CN" ? ("en" as const) : ("zh" as const);

const guestOf = (input: SubmitComplaint | GuestComplaint) =>
  "name" in input
    ? {
        guestName: input.name,
        guestPhone: input.phone,
        guestEmail: input.email,
        boughtFrom: input.boughtFrom,
      }
    : {};

/** One's own party, or the one that staff name among those they know. */
async function partyOf(ctx: Ctx, { party: code }: SubmitComplaint): Promise<Party> {
  const actor = signedIn(ctx);
  const which = isStaff(actor) ? eq(parties.code, code ?? "") : eq(parties.id, actor.seat.partyId);
  const [party] = await ctx.db
    .select()
    .from(parties)
    .where(and(which, visibleParties(actor, ctx.now)))
    .limit(1);
  if (!party) throw new Refusal("invalid", noSuchParty, { party: noSuchParty });
  return party;
}

const noSuchParty = { zh: "请选择投诉的客户。", en: "Choose the customer who complains." };

async function referenceOf(ctx: Ctx, id: string): Promise<string> {
  const [stored] = await ctx.db
    .select({ reference: complaints.reference })
    .from(complaints)
    .where(eq(complaints.id, id));
  if (!stored) throw new Error("a filed complaint that is not there");
  return stored.reference;
}
