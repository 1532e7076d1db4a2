import { and, asc, eq, inArray, type SQL, sql } from "drizzle-orm";
import { type Address, addresses, type Party, parties, partyParents } from "#schema/parties";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { visibleParties } from "../parties/policy";
import { signedIn } from "../session/session";
import { chainOf, outletOf, payerOf } from "./payer";

/** Whose order it is, who owes for it, which outlet serves them and where the goods may go. */
export type Buyer = { party: Party; payer: Party; outlet: Party | undefined; addresses: Address[] };

/** Partners buy for the party they act for, staff for one in their seat; nothing when there is no such party. */
export async function findBuyer(ctx: Ctx, code: string | null): Promise<Buyer | null> {
  const actor = signedIn(ctx);
  const whose = isStaff(actor)
    ? and(eq(parties.code, code ?? ""), visibleParties(actor, ctx.now))
    : eq(parties.id, actor.seat.partyId);
  const id = sql`(${ctx.db.select({ id: parties.id }).from(parties).where(whose)})`;
  const today = businessDate(ctx.now);
  const [[own], above, places] = await ctx.db.batch([
    ctx.db.select({ id: parties.id }).from(parties).where(whose).limit(1),
    ctx.db
      .select({ party: parties, parentId: partyParents.parentId })
      .from(parties)
      .leftJoin(partyParents, and(eq(partyParents.partyId, parties.id), holdsOn(today)))
      .where(inArray(parties.id, upwards(id, today)))
      .limit(20),
    ctx.db
      .select()
      .from(addresses)
      .where(and(eq(addresses.partyId, id), eq(addresses.kind, "delivery")))
      .orderBy(asc(addresses.id))
      .limit(100),
  ]);
  const chain = own ? chainOf(own.id, above) : [];
  const [party] = chain;
  const payer = payerOf(chain);
  return party && payer ? { party, payer, outlet: outletOf(chain), addresses: places } : null;
}

const holdsOn = (day: string) => sql`${partyParents.validFrom} <= ${day}
  and (${partyParents.validTo} is null or ${partyParents.validTo} >= ${day})`;

const upwards = (id: SQL, day: string) => sql`(
  with recursive above(id) as (
    select ${id}
    union
    select p.parent_id from party_parents p join above on p.party_id = above.id
    where p.valid_from <= ${day} and (p.valid_to is null or p.valid_to >= ${day})
  )
  select id from above)`;
