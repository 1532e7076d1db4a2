import { type SQL, sql } from "drizzle-orm";
import { sequences } from "#schema/events";
import type { Step } from "../write";
import type { Work } from "./steps";

/** A number that came from outside is never given a second time by our own counting. */
export function countedSteps({ db }: Work["ctx"], number: string | null): Step[] {
  const [, key, serial] = /^(.+)-(\d{4,9})$/.exec(number ?? "") ?? [];
  if (!key) return [];
  const last = Number(serial);
  return [
    db
      .insert(sequences)
      .values({ key, last })
      .onConflictDoUpdate({ target: sequences.key, set: { last: sql`max(last, ${last})` } }),
  ];
}

/** Drizzle takes an expression where its types say a text: a number that the same batch allocates. */
export function asText(expression: SQL<string> | SQL | undefined): string {
  if (!expression) throw new Error("a record without a number");
  return expression as unknown as string;
}
