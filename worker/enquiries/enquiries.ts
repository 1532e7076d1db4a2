import { and, desc, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { enquiries } from "#schema/enquiries";
import { parties } from "#schema/parties";
import { people } from "#schema/people";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { after, type PageOf, page } from "../page";
import { Refusal } from "../refusal";
import { holds } from "../searchText";
import { signedIn } from "../session/session";
import type { EnquiryQuery } from "./input";
import type { EnquiryPage, EnquiryRow } from "./output";
import { visibleEnquiries } from "./policy";

const row = { enquiry: enquiries, party: parties, assignee: people.name };
const visible = (ctx: Ctx) => visibleEnquiries(ctx.actor, businessDate(ctx.now));

export async function listEnquiries(ctx: Ctx, query: EnquiryQuery): Promise<PageOf<EnquiryRow>> {
  signedIn(ctx);
  const rows = await ctx.db
    .select(row)
    .from(enquiries)
    .leftJoin(parties, eq(parties.id, enquiries.partyId))
    .leftJoin(people, eq(people.id, enquiries.assignedTo))
    .where(and(visible(ctx), ...filters(query), after(query.cursor, enquiries.receivedAt, enquiries.id)))
    .orderBy(desc(enquiries.receivedAt), desc(enquiries.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ enquiry }) => [enquiry.receivedAt.getTime(), enquiry.id]);
}

function filters({ status, open, q }: EnquiryQuery): (SQL | undefined)[] {
  const columns = [
    enquiries.reference,
    enquiries.company,
    enquiries.name,
    enquiries.body,
    enquiries.productRef,
  ];
  return [
    status && eq(enquiries.status, status),
    open && inArray(enquiries.status, ["new", "assigned", "contacted", "quoted", "sampling", "negotiating"]),
    q ? or(...columns.map((column) => holds(column, q))) : undefined,
  ];
}

/** One enquiry with its history, in one round trip, or a refusal that tells nothing. */
export async function findEnquiry(ctx: Ctx, reference: string): Promise<EnquiryPage> {
  signedIn(ctx);
  const which = and(eq(enquiries.reference, reference), visible(ctx));
  const id = sql`(${ctx.db.select({ id: enquiries.id }).from(enquiries).where(which)})`;
  const [[head], happened] = await ctx.db.batch([
    ctx.db
      .select(row)
      .from(enquiries)
      .leftJoin(parties, eq(parties.id, enquiries.partyId))
      .leftJoin(people, eq(people.id, enquiries.assignedTo))
      .where(which)
      .limit(1),
    eventsOf(ctx, id),
  ]);
  if (!head)
    throw new Refusal("not_found", { zh: "没有找到该询盘。", en: "We could not find that enquiry." });
  return { row: head, events: eventRows(happened) };
}
