import { type SQL, sql } from "drizzle-orm";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { must } from "../write";
import { reservingStatuses } from "./lifecycle";

const reserving = sql.join(
  reservingStatuses.map((status) => sql`${status}`),
  sql`, `,
);

/** How much of an order line is planned to leave and has not left. */
export const reservedOf = (
  orderLineId: string | SQL,
) => sql<number>`(select coalesce(sum(sl.quantity_milli), 0)
  from shipment_lines sl join shipments s on s.id = sl.shipment_id
  where sl.order_line_id = ${orderLineId} and s.status in (${reserving}))`;

/** Goods that are planned to leave hold their order lines. */
export const noneReserved = (ctx: Pick<Ctx, "db">, which: SQL) =>
  must(
    ctx,
    sql`not exists (select 1 from order_lines ol where ${which} and ${reservedOf(sql`ol.id`)} > 0)`,
    new Refusal("conflict", {
      zh: "已有安排好的发货单，请先取消该发货单。",
      en: "A shipment is planned for it. Cancel that shipment first.",
    }),
  );
