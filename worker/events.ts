import { and, desc, eq, type SQL } from "drizzle-orm";
import { z } from "zod";
import { type Event, events } from "#schema/events";
import { people } from "#schema/people";
import type { Ctx } from "./context";

export const EventView = z
  .object({
    type: z.string(),
    at: z.string(),
    by: z.string().nullable(), // Staff read the name; customers read "us" as null.
    from: z.string().nullable(),
    to: z.string().nullable(),
    reason: z.string().nullable(),
    channel: z.string(),
  })
  .meta({ id: "Event" });
export type EventView = z.infer<typeof EventView>;
export type EventRow = Event & { personName: string | null };

/** The newest facts of one record, for the batch that reads its page; `eventRows` puts them in order. */
export function eventsOf(ctx: Pick<Ctx, "db">, recordId: SQL) {
  return ctx.db
    .select({ event: events, personName: people.name })
    .from(events)
    .leftJoin(people, eq(people.id, events.personId))
    .where(and(eq(events.recordId, recordId)))
    .orderBy(desc(events.id))
    .limit(200);
}

/** Oldest first, as a timeline reads. */
export const eventRows = (rows: { event: Event; personName: string | null }[]): EventRow[] =>
  rows.map(({ event, personName }) => ({ ...event, personName })).toReversed();

/** Customers see facts meant for them and no staff names; staff see all. */
export const presentEvents = (rows: EventRow[], staff: boolean): EventView[] =>
  rows
    .filter((row) => staff || row.forCustomer)
    .map((row) => ({
      type: row.type,
      at: row.at.toISOString(),
      by: staff ? row.personName : null,
      from: row.fromStatus,
      to: row.toStatus,
      reason: staff || row.forCustomer ? row.reason : null,
      channel: row.channel,
    }));
