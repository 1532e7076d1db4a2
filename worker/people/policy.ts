import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { companyId, type Party, parties } from "#schema/parties";
import { memberships, type Role } from "#schema/people";
import { partnerRoles, staffRoles } from "#schema/words/trade";
import { type Actor, isPartner, isStaff } from "../actor";
import { visibleParties } from "../parties/policy";
import { nothing } from "../reach";

type Place = Pick<Party, "id" | "kind" | "operation" | "status">;

/** The company and the outlets that it runs itself: their people are staff. */
export const isOurs = ({ id, operation }: Place) => id === companyId || operation === "direct";
export const oursInSql = sql`(${parties.id} = ${companyId} or ${parties.operation} = 'direct')`;

const heads = ["owner", "outlet_manager"] as const;
const inviters = ["sales_manager", "domestic_sales", "export_sales", "outlet_manager"] as const;

/** Whose people this actor may know: staff those of parties in reach and their colleagues, an owner his own. */
export function visibleHouses(actor: Actor, now: Date): SQL {
  if (actor.kind === "system") return sql`1`;
  if (isStaff(actor)) return sql`(${or(oursInSql, visibleParties(actor, now))})`;
  return isPartner(actor, ...heads) ? eq(parties.id, actor.seat.partyId) : nothing;
}

/** Anyone else knows only himself. */
export function visiblePeople(actor: Actor, now: Date): SQL {
  const house = visibleHouses(actor, now);
  if (actor.kind !== "partner") return house;
  const self = and(eq(parties.id, actor.seat.partyId), eq(memberships.personId, actor.personId));
  return sql`(${house} or (${self}))`;
}

export const mayReadPeople = (actor: Actor, party: Place) =>
  isStaff(actor) || (isPartner(actor, ...heads) && actor.seat.partyId === party.id);

/** Owners run their own people, sales those of customers, and admin everybody. */
export function mayKeepPeople(actor: Actor, party: Place): boolean {
  if (isStaff(actor, "admin")) return true;
  if (isStaff(actor, ...inviters)) return !isOurs(party);
  return isPartner(actor, ...heads) && actor.seat.partyId === party.id;
}

/** An archive has no login. */
export const mayHavePeople = ({ kind, status }: Place) =>
  kind !== "end_user" && kind !== "service_provider" && status !== "closed";

/** Whoever falls out with us must be stopped everywhere at once: for admin alone. */
export const mayDisable = (actor: Actor) => isStaff(actor, "admin");

const outletRoles = ["outlet_manager", "outlet_clerk"] as const;

/** The roles that people of this party may have. */
export function rolesOf(party: Place): readonly Role[] {
  if (isOurs(party)) return staffRoles;
  return party.kind === "outlet" ? [...partnerRoles, ...outletRoles] : partnerRoles;
}

/** Of these at least one must stay: nobody else could let people in. */
export const headRoles = (party: Place): readonly Role[] => (isOurs(party) ? ["admin"] : heads);

export const hasHeadRole = (party: Place, roles: readonly Role[]) =>
  roles.some((role) => headRoles(party).includes(role));

/** The parties among which a successor counts: staff are one house. */
export const sameHouse = (party: Place): SQL =>
  isOurs(party)
    ? inArray(
        memberships.partyId,
        sql`(select id from parties where id = ${companyId} or operation = 'direct')`,
      )
    : eq(memberships.partyId, party.id);
