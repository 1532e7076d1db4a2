import { integer, text } from "drizzle-orm/sqlite-core";

/** An instant, kept as epoch milliseconds in UTC. */
export const moment = (name: string) => integer(name, { mode: "timestamp_ms" });
/** A calendar date in Asia/Shanghai, YYYY-MM-DD. */
export const day = (name: string) => text(name);
/** Money in minor units of the row's currency. */
export const minor = (name: string) => integer(name);
/** A quantity in thousandths of its unit: grams where the unit is the kilogram. */
export const milli = (name: string) => integer(name);
/** A price per unit in ten-thousandths of the currency unit. */
export const priceE4 = (name: string) => integer(name);
/** Hundredths of a percent. */
export const basisPoints = (name: string) => integer(name);
export const flag = (name: string) => integer(name, { mode: "boolean" });
export const json = <T>(name: string) => text(name, { mode: "json" }).$type<T>();
/** Counts the writes to a row; a move must repeat the number it saw. */
export const version = () => integer("version").notNull().default(1);

/** Where a row came from, and its key there: one outside record is one row. */
export const origin = () => ({
  source: text("source", { enum: ["portal", "staff", "import", "erp"] })
    .notNull()
    .default("portal"),
  externalRef: text("external_ref"),
});
