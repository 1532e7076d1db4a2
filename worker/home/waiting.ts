import { and, asc, desc, eq, inArray, notInArray, type SQL, sql } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { accounts, allocations, entries } from "#schema/ledger";
import { orders } from "#schema/orders";
import { parties } from "#schema/parties";
import { reach } from "#schema/reach";
import { returns } from "#schema/returns";
import { shipments } from "#schema/shipments";
import { statements } from "#schema/statements";
import type { ShipmentStatus } from "#schema/words/shipments";
import type { Partner } from "../actor";
import { mayComplain, visibleComplaints } from "../complaints/policy";
import type { Ctx } from "../context";
import { keepsMoney, visibleAccounts } from "../ledger/policy";
import { factColumns } from "../ledger/standing";
import { listReach, nothing } from "../reach";
import { mayMove as mayMoveReturn, visibleReturns } from "../returns/policy";
import { listedShipments, mayMove as mayMoveShipment, visibleShipments } from "../shipments/policy";
import { visibleStatements } from "../statements/policy";

const most = 20;
const glance = 5;
const mostEntries = 50_000;

const onTheWay: ShipmentStatus[] = [
  "dispatched",
  "in_transit",
  "out_for_delivery",
  "on_board",
  "sailed",
  "transshipped",
  "arrived",
  "discharged",
  "released",
];
const overOrders = ["received", "closed", "cancelled", "rejected", "draft"] as const;

const brief = { code: parties.code, nameZh: parties.nameZh, nameEn: parties.nameEn };
/** Of those who may do it; for the others there is nothing to wait for. */
const forThose = (may: boolean, condition: SQL | undefined) => (may ? condition : nothing);

type Reader = Pick<Ctx, "db">;

/** What somebody of this party is to do next: statements to answer, goods to sign for, questions, returns to send. */
export const waitingQueries = (ctx: Reader, actor: Partner) =>
  [
    statementsToAnswer(ctx, actor),
    shipmentsToSign(ctx, actor),
    complaintsToAnswer(ctx, actor),
    returnsToSend(ctx, actor),
  ] as const;

const statementsToAnswer = ({ db }: Reader, actor: Partner) =>
  db
    .select({
      reference: statements.reference,
      status: statements.status,
      party: brief,
      period: statements.period,
      issuedAt: statements.issuedAt,
      confirmBy: statements.confirmBy,
    })
    .from(statements)
    .innerJoin(parties, eq(parties.id, statements.partyId))
    .where(
      and(
        eq(statements.partyId, actor.seat.partyId),
        forThose(keepsMoney(actor), visibleStatements(actor)),
        inArray(statements.status, ["issued", "viewed", "unconfirmed_overdue", "adjusted"]),
      ),
    )
    .orderBy(asc(statements.confirmBy))
    .limit(most);

const shipmentsToSign = ({ db }: Reader, actor: Partner) =>
  db
    .select({
      reference: shipments.reference,
      status: shipments.status,
      party: brief,
      at: shipments.at,
      waybillNo: shipments.waybillNo,
      blNo: shipments.blNo,
    })
    .from(shipments)
    .innerJoin(parties, eq(parties.id, shipments.partyId))
    .where(
      and(
        eq(shipments.partyId, actor.seat.partyId),
        eq(shipments.status, "delivered"),
        forThose(mayMoveShipment(actor, ownRow(actor), "receive"), visibleShipments(actor)),
      ),
    )
    .orderBy(asc(shipments.at))
    .limit(most);

const complaintsToAnswer = ({ db }: Reader, actor: Partner) =>
  db
    .select({
      reference: complaints.reference,
      status: complaints.status,
      party: brief,
      at: complaints.receivedAt,
      lotNo: complaints.lotNo,
    })
    .from(complaints)
    .innerJoin(parties, eq(parties.id, complaints.partyId))
    .where(
      and(
        eq(complaints.partyId, actor.seat.partyId),
        inArray(complaints.status, ["awaiting_customer", "replied"]),
        forThose(mayComplain(actor), visibleComplaints(actor)),
      ),
    )
    .orderBy(asc(complaints.receivedAt))
    .limit(most);

const returnsToSend = ({ db }: Reader, actor: Partner) =>
  db
    .select({
      reference: returns.reference,
      status: returns.status,
      party: brief,
      at: returns.approvedAt,
      validUntil: returns.validUntil,
    })
    .from(returns)
    .innerJoin(parties, eq(parties.id, returns.partyId))
    .where(
      and(
        eq(returns.billToId, actor.seat.partyId),
        eq(returns.status, "approved"),
        forThose(mayMoveReturn(actor, ownRow(actor), "send_back"), visibleReturns(actor)),
      ),
    )
    .orderBy(asc(returns.validUntil))
    .limit(most);

const ownRow = ({ seat }: Partner) => ({ partyId: seat.partyId, billToId: seat.partyId });

/** The latest open orders and what is on its way, of all in reach. */
export function glanceQueries({ db }: Pick<Ctx, "db">, actor: Partner) {
  return [
    db
      .select({
        reference: orders.reference,
        status: orders.status,
        party: brief,
        customerPo: orders.customerPo,
        orderedOn: orders.orderedOn,
        promisedOn: orders.promisedOn,
      })
      .from(reach)
      .innerJoin(orders, eq(orders.id, reach.recordId))
      .innerJoin(parties, eq(parties.id, orders.partyId))
      .where(and(listReach(actor, "order"), notInArray(orders.status, [...overOrders])))
      .orderBy(desc(reach.at), desc(reach.recordId))
      .limit(glance),
    db
      .select({
        reference: shipments.reference,
        status: shipments.status,
        market: shipments.market,
        party: brief,
        dispatchedOn: shipments.dispatchedOn,
        eta: shipments.eta,
        carrier: shipments.carrier,
        vessel: shipments.vessel,
      })
      .from(reach)
      .innerJoin(shipments, eq(shipments.id, reach.recordId))
      .innerJoin(parties, eq(parties.id, shipments.partyId))
      .where(and(listedShipments(actor), inArray(shipments.status, onTheWay)))
      .orderBy(desc(reach.at), desc(reach.recordId))
      .limit(glance),
  ] as const;
}

/** The accounts of the party and the facts that its standing is reckoned from. */
export function accountQueries({ db, now }: Pick<Ctx, "db" | "now">, actor: Partner) {
  const own = and(visibleAccounts(actor, now), eq(accounts.partyId, actor.seat.partyId));
  const ids = sql`(${db.select({ id: accounts.id }).from(accounts).where(own)})`;
  return [
    db.select().from(accounts).where(own).orderBy(asc(accounts.currency)).limit(10),
    db
      .select(factColumns)
      .from(entries)
      .where(inArray(entries.accountId, ids))
      .orderBy(asc(entries.postingDate), asc(entries.seq))
      .limit(mostEntries),
    db
      .select()
      .from(allocations)
      .where(and(inArray(allocations.accountId, ids), sql`${allocations.endedAt} is null`))
      .limit(mostEntries),
  ] as const;
}
