import { and, eq, isNull, ne, sql } from "drizzle-orm";
import { addresses, companyId, contacts, type Party, parties } from "#schema/parties";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { event, type Guard, must, mustHaveChanged, write } from "../write";
import { allowFields, columnsOf } from "./fields";
import type { AddAddress, AddContact, ChangeParty, PartyFields } from "./input";
import { partyInReach } from "./parties";
import { mayKeepFiles } from "./policy";

/** Changes what was said and nothing else; an old name is kept, for old papers carry it. */
export async function changeParty(ctx: Ctx, code: string, { version, ...said }: ChangeParty) {
  const party = await partyInReach(ctx, code);
  allowFields(ctx.actor, said);
  sameVersion(party, version);
  const columns = columnsOf(said, party);
  if (!nameLeft(party, columns)) throw nameless();
  await refuseSameUscc(ctx, party.id, said.uscc);
  await write(ctx, [
    usccIsFree(ctx, party.id, said.uscc),
    keepersAreStaff(ctx, said, businessDate(ctx.now)),
    ctx.db
      .update(parties)
      .set({ ...columns, formerNames: formerNames(party, columns), version: party.version + 1 })
      .where(and(eq(parties.id, party.id), eq(parties.version, party.version))),
    mustHaveChanged(ctx),
    event(ctx, {
      recordId: party.id,
      type: "party.changed",
      forCustomer: false,
      details: differences(party, columns),
    }),
  ]);
}

const nameLeft = (before: Party, { nameZh = before.nameZh, nameEn = before.nameEn }: Partial<Party>) =>
  nameZh || nameEn;

function nameless() {
  const words = { zh: "请填写中文或英文名称。", en: "Enter the name in Chinese or English." };
  return new Refusal("invalid", words, { nameZh: words });
}

function formerNames(before: Party, after: Partial<Party>): string[] {
  const dropped = (["nameZh", "nameEn"] as const).flatMap((field) => {
    const old = before[field];
    return old && after[field] !== undefined && after[field] !== old ? [old] : [];
  });
  return [...new Set([...before.formerNames, ...dropped])];
}

function differences(before: Party, after: Partial<Party>) {
  const old: Record<string, unknown> = before;
  const changed = Object.entries(after).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(old[field]),
  );
  return Object.fromEntries(changed.map(([field, to]) => [field, { from: old[field] ?? null, to }]));
}

/** Two files with one registration are one firm with two ledgers: never opened on purpose. */
export async function refuseSameUscc(ctx: Ctx, id: string, uscc: string | null | undefined) {
  if (!uscc) return;
  const [twin] = await ctx.db
    .select({ code: parties.code })
    .from(parties)
    .where(and(eq(parties.uscc, uscc), ne(parties.id, id)))
    .limit(1);
  if (twin) throw sameUscc(twin.code);
}

export function usccIsFree(ctx: Ctx, id: string, uscc: string | null | undefined): Guard[] {
  if (!uscc) return [];
  const free = sql`not exists (select 1 from parties where uscc = ${uscc} and id <> ${id})`;
  return [must(ctx, free, sameUscc(null))];
}

function sameUscc(code: string | null) {
  const words = {
    zh: `该信用代码已有档案${code ? `(${code})` : ""},请不要重复建档。`,
    en: `A file with this code exists${code ? ` (${code})` : ""}. Do not open a second one.`,
  };
  return new Refusal("conflict", words, { uscc: words });
}

const keeperFields = ["salespersonId", "afterSalesOwnerId", "creditControllerId"] as const;

/** Whoever looks after a party must be staff today. */
export function keepersAreStaff(ctx: Ctx, said: PartyFields, today: string): Guard[] {
  return keeperFields.flatMap((field) => {
    const personId = said[field];
    if (!personId) return [];
    const words = { zh: "请选择一位在职员工。", en: "Choose someone who works here." };
    const works = sql`exists (select 1 from memberships m join parties p on p.id = m.party_id
      where m.person_id = ${personId} and m.valid_from <= ${today}
        and (m.valid_to is null or m.valid_to >= ${today})
        and (p.id = ${companyId} or (p.kind = 'outlet' and p.operation = 'direct')))`;
    return [must(ctx, works, new Refusal("invalid", words, { [field]: words }))];
  });
}

export async function addContact(ctx: Ctx, code: string, contact: AddContact) {
  const party = await partyInReach(ctx, code);
  allow(mayKeepFiles(ctx.actor));
  await once(ctx, { id: contact.id, input: { code, contact } }, (said) =>
    write(ctx, [
      ctx.db.insert(contacts).values({ ...contact, partyId: party.id }),
      event(ctx, { recordId: contact.id, type: "contact.added", forCustomer: false, details: { said } }),
      event(ctx, { recordId: party.id, type: "party.contact_added", forCustomer: false }),
    ]),
  );
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
  await once(ctx, { id: address.id, input: { code, address } }, (said) =>
    write(ctx, [
      ctx.db.insert(addresses).values({ ...address, partyId: party.id }),
      event(ctx, { recordId: address.id, type: "address.added", forCustomer: false, details: { said } }),
      event(ctx, { recordId: party.id, type: "party.address_added", forCustomer: false }),
    ]),
  );
}

/** Documents keep the address as it was printed, so the book may forget it. */
export async function removeAddress(ctx: Ctx, code: string, addressId: string) {
  const party = await partyInReach(ctx, code);
  allow(mayKeepFiles(ctx.actor));
  await write(ctx, [
    ctx.db.delete(addresses).where(and(eq(addresses.id, addressId), eq(addresses.partyId, party.id))),
    mustHaveChanged(ctx),
    event(ctx, { recordId: party.id, type: "party.address_removed", forCustomer: false }),
  ]);
}
