import { hashPassword } from "better-auth/crypto";
import { credentials, memberships, people, type Role } from "#schema/people";
import type { Person } from "../cast";
import type { World } from "../world";

export const password = "spinning mule 1779";

/** Lets someone of the cast sign in with `password`, as the sign-in page does it. */
export async function givePassword({ db, clock }: World, person: Person | { personId: string }) {
  const userId = typeof person === "string" ? person : person.personId;
  await db.insert(credentials).values({
    id: `credential-${userId}`,
    accountId: userId,
    providerId: "credential",
    userId,
    password: await hashPassword(password),
    createdAt: clock.now,
    updatedAt: clock.now,
  });
}

/** Lets someone of the cast act for another party too, or from or until another day. */
export async function join(
  { db }: World,
  personId: string,
  partyId: string,
  roles: Role[],
  { from = "2025-01-01", to = null }: { from?: string; to?: string | null } = {},
) {
  const id = `m-${personId}-${partyId}`;
  await db.insert(memberships).values({ id, personId, partyId, roles, validFrom: from, validTo: to });
  return id;
}

/** Somebody new, who may act for a party at once; act as them with `as({ personId })`. */
export async function newPerson(world: World, name: string, partyId: string, roles: Role[]) {
  const personId = name.toLowerCase();
  const at = world.clock.now;
  await world.db.insert(people).values({
    id: personId,
    name,
    email: `${personId}@test.example`,
    emailVerified: true,
    createdAt: at,
    updatedAt: at,
  });
  await join(world, personId, partyId, roles);
  return { personId };
}
