import type { Client } from "@libsql/client";
import { eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { orderLines, orders } from "#schema/orders";
import { statementLines, statements } from "#schema/statements";
import { isContainerNo, isUscc } from "#worker/identifiers";
import { lineAmount } from "#worker/money";
import { derivedStatus } from "#worker/orders/lifecycle";
import { sealOf } from "#worker/statements/snapshot";
import { rowsOf, tinyDemo } from "./seeded";

let client: Client;
const ends: (() => void)[] = [];
beforeAll(async () => {
  client = await tinyDemo(undefined, (work) => ends.push(work));
});
afterAll(() => {
  for (const end of ends) end();
});

/** A sentence that holds, and the query for what would break it. */
const rules: [string, string][] = [
  [
    "an order's total is the sum of its lines",
    `select reference from orders o
     where total_minor <> (select coalesce(sum(amount_minor), 0) from order_lines where order_id = o.id)`,
  ],
  [
    "no line ships more than was ordered, nor is more received than shipped",
    `select id from order_lines where shipped_milli > ordered_milli or received_milli > shipped_milli
       or ready_milli > finished_milli or finished_milli > produced_milli or returned_milli > shipped_milli`,
  ],
  [
    "an order line knows what its deliveries carried",
    `select l.id from order_lines l where shipped_milli <> (
       select coalesce(sum(s.quantity_milli), 0) from shipment_lines s join shipments d on d.id = s.shipment_id
       where s.order_line_id = l.id and d.dispatched_on is not null)`,
  ],
  [
    "a delivery that left has one debt for each priced line, on the day it left",
    `select s.reference from shipments s join shipment_lines l on l.shipment_id = s.id
       join order_lines o on o.id = l.order_line_id
     where (select count(*) from entries e where e.type = 'shipment' and e.shipment_line_id = l.id
       and e.business_date = s.dispatched_on and e.quantity_milli = l.quantity_milli)
       <> (s.dispatched_on is not null and o.unit_price_e4 > 0)`,
  ],
  [
    "a debt stands in the account of whoever pays",
    `select e.id from entries e join shipments s on s.id = e.shipment_id join accounts a on a.id = e.account_id
     where a.party_id <> s.bill_to_id`,
  ],
  [
    "a delivery weighs what its lines weigh",
    `select reference from shipments s where net_milli <> (
       select sum(quantity_milli) from shipment_lines where shipment_id = s.id)`,
  ],
  [
    "a packing list adds up to its line",
    `select l.id from shipment_lines l join cartons c on c.shipment_line_id = l.id group by l.id
     having sum(c.net_milli) <> l.quantity_milli or count(*) <> l.cartons`,
  ],
  [
    "a lot is of what the order line asks for",
    `select l.id from shipment_lines l join lots t on t.id = l.lot_id join order_lines o on o.id = l.order_line_id
     where t.sku_id <> o.sku_id`,
  ],
  [
    "nobody returns more than was shipped",
    `select id from shipment_lines where returned_milli > quantity_milli`,
  ],
  [
    "a delivery counts the goods of every return that was approved and not given up",
    `select l.id from shipment_lines l where returned_milli <> (
       select coalesce(sum(r.approved_milli), 0) from return_lines r join returns t on t.id = r.return_id
       where r.shipment_line_id = l.id and t.status not in ('rejected', 'cancelled', 'expired'))`,
  ],
  [
    "an executed return for credit is in the ledger with its amount",
    `select reference from returns r where kind = 'return_refund' and executed_at is not null
       and not exists (select 1 from entries where return_id = r.id and amount_minor = -r.credit_minor)`,
  ],
  [
    "a debt has the day it falls due, a credit has none",
    `select id from entries where (amount_minor > 0) <> (due_on is not null)`,
  ],
  [
    "the ledger is written in the order of its posting days",
    `select a.id from entries a join entries b on b.account_id = a.account_id and b.seq > a.seq
     where b.posting_date < a.posting_date`,
  ],
  [
    "a statement opens where the last one closed",
    `select s.reference from statements s join statements p on p.account_id = s.account_id
       and p.period = (select max(period) from statements where account_id = s.account_id and period < s.period)
     where s.opening_minor <> p.closing_minor`,
  ],
  [
    "a statement closes at the account's balance of that day",
    `select reference from statements s where closing_minor <> (
       select sum(amount_minor) from entries where account_id = s.account_id and substr(posting_date, 1, 7) <= s.period)
       or opening_minor + debit_minor - credit_minor <> closing_minor`,
  ],
  [
    "a statement lists every fact of its month",
    `select reference from statements s where (select count(*) from statement_lines where statement_id = s.id)
       <> (select count(*) from entries where account_id = s.account_id and substr(posting_date, 1, 7) = s.period)`,
  ],
  [
    "an accepted complaint has an owner, a severity and its clocks",
    `select reference from complaints where status not in ('submitted')
       and (owner_id is null or severity is null or preliminary_by is null or close_by is null)`,
  ],
  [
    "a closed complaint has somebody responsible, an answer and two follow-ups",
    `select reference from complaints where status in ('closed', 'reopened') and (responsible is null or reply is null
       or first_follow_up_at is null or second_follow_up_at is null or closed_at is null)`,
  ],
  [
    "a grave complaint about quality has its appraisal before its solution",
    `select reference from complaints c where outcome is not null and class = 'quality' and severity <> 'S3'
       and not exists (select 1 from appraisals where complaint_id = c.id)`,
  ],
  [
    "a complaint has asked its departments before its solution",
    `select reference from complaints c where outcome is not null and exists (
       select 1 from complaint_tasks where complaint_id = c.id and done_at is null)`,
  ],
  [
    "a complaint about a delivery is about goods that its party got",
    `select c.reference from complaints c join shipment_lines l on l.id = c.shipment_line_id
       join shipments s on s.id = l.shipment_id
     where s.party_id <> c.party_id or c.complained_milli > l.quantity_milli or c.received_at < s.signed_at`,
  ],
  [
    "nothing has happened yet that is still to come",
    `select type || ' ' || record_id from events where at > ${Date.parse("2026-11-23T02:00:00Z")}`,
  ],
  [
    "the next number follows the last one given",
    `select o.reference from orders o left join sequences q on q.key = substr(o.reference, 1, length(o.reference) - 5)
     where q.last is null or q.last < cast(substr(o.reference, -4) as integer)`,
  ],
];

describe("the demo company", () => {
  test.each(rules)("%s", async (_rule, sql) => {
    expect(await rowsOf(client, sql)).toEqual([]);
  });

  test("every foreign key leads somewhere", async () => {
    expect(await rowsOf(client, "pragma foreign_key_check")).toEqual([]);
  });

  test("every credit code and container is valid and nobody's", async () => {
    const codes = await rowsOf(client, "select uscc from parties where uscc is not null");
    const boxes = await rowsOf(client, "select b.value->>'no' no from shipments, json_each(containers) b");

    for (const { uscc } of codes)
      expect(String(uscc)).toSatisfy((code: string) => isUscc(code) && code.slice(2, 8) === "990000");
    for (const { no } of boxes)
      expect(String(no)).toSatisfy((box: string) => isContainerNo(box) && box.startsWith("DEMU"));
    expect([codes.length > 5, boxes.length > 3]).toEqual([true, true]);
  });

  test("an order stands where its lines say", async () => {
    const db = drizzle(client);
    for (const order of await db.select().from(orders)) {
      const lines = await db.select().from(orderLines).where(eq(orderLines.orderId, order.id));
      expect([order.reference, order.status]).toEqual([
        order.reference,
        derivedStatus(order.status, order.minusBp, lines),
      ]);
    }
  });

  test("a debt is its quantity at its price", async () => {
    const debts = await rowsOf(
      client,
      `select e.id, quantity_milli q, unit_price_e4 p, amount_minor a, currency c from entries e
         join accounts a on a.id = e.account_id where e.type in ('shipment', 'return_credit')`,
    );

    expect(debts.length).toBeGreaterThan(20);
    for (const { q, p, a, c } of debts) expect(lineAmount(Number(q), Number(p), String(c))).toBe(a);
  });

  test("a statement's seal fits what it says", async () => {
    const db = drizzle(client);
    const issued = await db.select().from(statements);
    for (const { hash, id, ...row } of issued) {
      const lines = await db
        .select()
        .from(statementLines)
        .where(eq(statementLines.statementId, id))
        .orderBy(statementLines.position);
      const { reference, number, accountId, partyId, period, currency, ageing, heading } = row;
      const { openingMinor, debitMinor, creditMinor, closingMinor, quantityMilli } = row;
      const { overdueMinor, uninvoicedMinor, unpaidInvoicesMinor, undueBillsMinor } = row;
      const head = {
        ...{ reference, number, accountId, partyId, period, currency, ageing, heading },
        ...{ openingMinor, debitMinor, creditMinor, closingMinor, quantityMilli },
        ...{ overdueMinor, uninvoicedMinor, unpaidInvoicesMinor, undueBillsMinor },
      };
      const said = lines.map(({ id: _id, statementId: _of, ...line }) => line);
      expect(hash).toBe(await sealOf(head, said));
    }
    expect(issued.length).toBeGreaterThan(5);
  });
});
