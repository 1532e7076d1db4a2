import { primaryKey, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { day } from "./columns";

/** Days that differ from Monday-to-Friday, loaded by staff when the State Council announces a year. */
export const calendarDays = sqliteTable(
  "calendar_days",
  {
    calendar: text("calendar").notNull().default("office"),
    date: day("date").notNull(),
    kind: text("kind", { enum: ["holiday", "makeup_workday", "company_closure"] }).notNull(),
    name: text("name"),
  },
  (t) => [primaryKey({ columns: [t.calendar, t.date] })],
);
