import { and, eq, gte, isNull, like, lte, or, type SQL } from "drizzle-orm";
import { memberships, people } from "#schema/people";
import type { Ctx } from "../context";

const roles = ["owner", "finance", "outlet_manager"];

/** A party's people who keep its money on that day: they get its statements. */
export const keepersOf = ({ db }: Pick<Ctx, "db">, partyId: string | SQL, day: string) =>
  db
    .select({ person: people })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(
      and(
        eq(memberships.partyId, partyId),
        lte(memberships.validFrom, day),
        or(isNull(memberships.validTo), gte(memberships.validTo, day)),
        isNull(people.disabledAt),
        or(...roles.map((role) => like(memberships.roles, `%"${role}"%`))),
      ),
    )
    .limit(20);
