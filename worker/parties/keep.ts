import { and, eq, isNull, sql } from "drizzle-orm";
import { addresses, contacts, type Party, parties, partyParents } from "#schema/parties";
import type { PartyKind } from "#schema/words/trade";
import { addDays, businessDate } from "../calendar";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { belowSeat } from "../reach";
import { allow, Refusal } from "../refusal";
import { duplicateOf, event, must, mustHaveChanged, nextReference, write } from "../write";
import type { AddAddress, AddContact, ChangeParty, CreateParty, MoveParty } from "./input";
import { partyInReach } from "./parties";
import { mayKeepFiles, mayMoveParty } from "./policy";

const prefixOf: Record<Exclude<PartyKind, "company">, string> = {
  outlet: "O", dealer: "D", customer: "C", export_buyer: "E", prospect: "P", end_user: "U", service_provider: "S",
};

/** Opens a file under its parent; the same id again is the same file. Returns its code. */
export async function createParty(ctx: Ctx, input: CreateParty): Promise<string> {
  allow(mayKeepFiles(ctx.actor));
  const parent = await partyInReach(ctx, input.parent);
  await refuseSameUscc(ctx, input.id, input.uscc ?? null);
  const { parent: _, kind, ...rest } = input;
  const number = nextReference(ctx, prefixOf[kind]);
  try {
    await write(ctx, [
      number.step,
      ctx.db.insert(parties).values({ ...rest, kind, code: number.reference, status: kind === "prospect" ? "prospect" : "active", source: "staff", createdAt: ctx.now }),
      ctx.db.insert(partyParents).values({ partyId: input.id, parentId: parent.id, validFrom: businessDate(ctx.now) }),
      event(ctx, { recordId: input.id, type: "party.created" }),
    ]);
  } catch (error) {
    if (duplicateOf(error) !== "parties.id") throw error;
  }
  const [stored] = await ctx.db.select().from(parties).where(eq(parties.id, input.id)).limit(1);
  if (!stored) throw new Error("a party that was just written is gone");
  if (stored.nameZh !== (input.nameZh ?? null) || stored.nameEn !== (input.nameEn ?? null)) throw sentOtherWords();
  return stored.code;
}

const sentOtherWords = () =>
  new Refusal("conflict", { zh: "此表单已提交过。如需新建,请重新打开表单。", en: "This form was sent before. Open a new one to add another." });

async function refuseSameUscc(ctx: Ctx, id: string, uscc: string | null) {
  if (!uscc) return;
  const [twin] = await ctx.db.select().from(parties).where(eq(parties.uscc, uscc)).limit(1);
  if (!twin || twin.id === id) return;
  const words = { zh: `该信用代码已属于 ${twin.code},请不要重复建档。`, en: `This code already belongs to ${twin.code}. Do not open a second file.` };
  throw new Refusal("conflict", words, { uscc: words });
}

/** Changes what was said and nothing else; an old name is kept, for old papers carry it. */
export async function changeParty(ctx: Ctx, code: string, { version, ...said }: ChangeParty) {
  const party = await partyInReach(ctx, code);
  allow(mayKeepFiles(ctx.actor));
  sameVersion(party, version);
  await refuseSameUscc(ctx, party.id, said.uscc ?? null);
  const renamed = said.nameZh && party.nameZh && said.nameZh !== party.nameZh ? [party.nameZh] : [];
  await write(ctx, [
    ctx.db
      .update(parties)
      .set({ ...said, formerNames: [...party.formerNames, ...renamed], version: party.version + 1 })
      .where(and(eq(parties.id, party.id), eq(parties.version, party.version))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: party.id, type: "party.changed", forCustomer: false, details: changes(party, said) }),
  ]);
}

function changes(before: Party, said: Record<string, unknown>) {
  const old = before as Record<string, unknown>;
  const pairs = Object.entries(said).filter(([field, value]) => value !== undefined && value !== old[field]);
  return Object.fromEntries(pairs.map(([field, value]) => [field, { from: old[field] ?? null, to: value }]));
}

/** Puts a party under another one from a day on; what was before stays as it was. */
export async function moveParty(ctx: Ctx, code: string, { parent: parentCode, from, reason }: MoveParty) {
  allow(mayMoveParty(ctx.actor));
  const party = await partyInReach(ctx, code);
  const parent = await partyInReach(ctx, parentCode);
  const loop = { zh: "不能把单位放到它自己的下级之下。", en: "A party cannot stand below itself." };
  const past = { zh: "生效日期不能早于当前归属的开始日期。", en: "The day must be after the present place began." };
  await write(ctx, [
    ctx.db
      .update(partyParents)
      .set({ validTo: addDays(from, -1) })
      .where(and(eq(partyParents.partyId, party.id), isNull(partyParents.validTo), sql`${partyParents.validFrom} < ${from}`)),
    must(ctx, sql`changes() = 1`, new Refusal("invalid", past, { from: past })),
    must(ctx, sql`${parent.id} not in ${belowSeat(party.id, from)}`, new Refusal("invalid", loop, { parent: loop })),
    ctx.db.insert(partyParents).values({ partyId: party.id, parentId: parent.id, validFrom: from, reason }),
    event(ctx, { recordId: party.id, type: "party.moved", reason, forCustomer: false, details: { parent: parent.code, from } }),
  ]);
}

export async function addContact(ctx: Ctx, code: string, contact: AddContact) {
  const party = await partyInReach(ctx, code);
  allow(mayKeepFiles(ctx.actor));
  await write(ctx, [
    ctx.db.insert(contacts).values({ ...contact, partyId: party.id }).onConflictDoNothing(),
    event(ctx, { recordId: party.id, type: "party.contact_added", forCustomer: false }),
  ]);
}

/** Someone who left is ended, so that old papers still name them. */
export async function endContact(ctx: Ctx, code: string, contactId: string) {
  const party = await partyInReach(ctx, code);
  allow(mayKeepFiles(ctx.actor));
  await write(ctx, [
    ctx.db
      .update(contacts)
      .set({ validTo: businessDate(ctx.now) })
      .where(and(eq(contacts.id, contactId), eq(contacts.partyId, party.id), isNull(contacts.validTo))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: party.id, type: "party.contact_ended", forCustomer: false }),
  ]);
}

export async function addAddress(ctx: Ctx, code: string, address: AddAddress) {
  const party = await partyInReach(ctx, code);
  allow(mayKeepFiles(ctx.actor));
  await write(ctx, [
    ctx.db.insert(addresses).values({ ...address, partyId: party.id }).onConflictDoNothing(),
    event(ctx, { recordId: party.id, type: "party.address_added", forCustomer: false }),
  ]);
}
