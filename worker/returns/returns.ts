import { and, asc, desc, eq, notInArray, or, type SQL, sql } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { files } from "#schema/files";
import { orderLines } from "#schema/orders";
import { parties } from "#schema/parties";
import { reach } from "#schema/reach";
import { type Return, type ReturnLine, returnLines, returns } from "#schema/returns";
import { lots, shipmentLines, shipments } from "#schema/shipments";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { visibleFiles } from "../files/policy";
import { after, type PageOf, page } from "../page";
import { partyNames } from "../parties/brief";
import { listReach } from "../reach";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import type { ReturnQuery } from "./input";
import type { ReturnPage, ReturnRow } from "./output";
import { visibleReturns } from "./policy";

const ofLines = (expression: string) =>
  sql.raw(`(select ${expression} from return_lines l where l.return_id = returns.id)`);

const columns = {
  row: returns,
  party: partyNames,
  sums: {
    requested: sql<number>`${ofLines("coalesce(sum(l.requested_milli), 0)")}`,
    accepted: sql<number | null>`${ofLines("sum(l.accepted_milli)")}`,
  },
  uom: sql<string>`coalesce((select o.uom from return_lines l join shipment_lines s on s.id = l.shipment_line_id
    join order_lines o on o.id = s.order_line_id where l.return_id = ${returns.id} limit 1), 'kg')`,
};

const ended = ["closed", "cancelled", "expired", "rejected"] as const;

export async function listReturns(ctx: Ctx, query: ReturnQuery): Promise<PageOf<ReturnRow>> {
  const actor = signedIn(ctx);
  const rows = await ctx.db
    .select(columns)
    .from(reach)
    .innerJoin(returns, eq(returns.id, reach.recordId))
    .innerJoin(parties, eq(parties.id, returns.partyId))
    .where(and(listReach(actor, "return"), ...filters(query), after(query.cursor, reach.at, reach.recordId)))
    .orderBy(desc(reach.at), desc(reach.recordId))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ row }) => [row.requestedAt.getTime(), row.id]);
}

const filters = ({ status, open, q }: ReturnQuery): (SQL | undefined)[] => [
  status && eq(returns.status, status),
  open && notInArray(returns.status, [...ended]),
  q ? or(holds(sql`${returns.reference}`, q), hasLot(q)) : undefined,
];

const holds = (text: SQL, q: string) => sql`instr(lower(${text}), lower(${q})) > 0`;
const hasLot = (
  q: string,
) => sql`exists (select 1 from return_lines l join shipment_lines s on s.id = l.shipment_line_id
  join lots on lots.id = s.lot_id where l.return_id = ${returns.id} and ${holds(sql`lots.lot_no`, q)})`;

/** The return with all its page shows, in one round trip. */
export async function findReturn(ctx: Ctx, reference: string): Promise<ReturnPage> {
  signedIn(ctx);
  const which = and(eq(returns.reference, reference), visibleReturns(ctx.actor));
  const id = sql`(${ctx.db.select({ id: returns.id }).from(returns).where(which)})`;
  const [[head], goods, kept, happened] = await ctx.db.batch([
    ctx.db
      .select({ ...columns, complaint: complaints.reference })
      .from(returns)
      .innerJoin(parties, eq(parties.id, returns.partyId))
      .leftJoin(complaints, eq(complaints.id, returns.complaintId))
      .where(which)
      .limit(1),
    goodsOf(ctx, id),
    ctx.db
      .select()
      .from(files)
      .where(and(eq(files.recordId, id), visibleFiles(ctx.actor)))
      .limit(50),
    eventsOf(ctx, id),
  ]);
  if (!head) throw noSuchReturn();
  const { complaint, ...found } = head;
  return { head: found, complaint, goods, files: kept, events: eventRows(happened) };
}

const goodsOf = (ctx: Ctx, returnId: SQL) =>
  ctx.db
    .select({
      line: returnLines,
      shipment: { reference: shipments.reference },
      shipped: { quantityMilli: shipmentLines.quantityMilli },
      orderLine: orderLines,
      lotNo: lots.lotNo,
    })
    .from(returnLines)
    .innerJoin(shipmentLines, eq(shipmentLines.id, returnLines.shipmentLineId))
    .innerJoin(shipments, eq(shipments.id, shipmentLines.shipmentId))
    .innerJoin(orderLines, eq(orderLines.id, shipmentLines.orderLineId))
    .leftJoin(lots, eq(lots.id, shipmentLines.lotId))
    .where(eq(returnLines.returnId, returnId))
    .orderBy(asc(returnLines.position))
    .limit(100);

export type SeenReturn = { row: Return; lines: ReturnLine[] };

/** The bare return and its lines, for verbs that go on to change it. */
export async function seenReturn(ctx: Ctx, reference: string): Promise<SeenReturn> {
  const which = and(eq(returns.reference, reference), visibleReturns(ctx.actor));
  const id = sql`(${ctx.db.select({ id: returns.id }).from(returns).where(which)})`;
  const [[row], lines] = await ctx.db.batch([
    ctx.db.select().from(returns).where(which).limit(1),
    ctx.db
      .select()
      .from(returnLines)
      .where(eq(returnLines.returnId, id))
      .orderBy(asc(returnLines.position))
      .limit(100),
  ]);
  if (!row) throw noSuchReturn();
  return { row, lines };
}

const noSuchReturn = () =>
  new Refusal("not_found", { zh: "没有找到该退货单。", en: "We could not find that return." });
