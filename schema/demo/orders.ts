import { businessDate } from "#worker/calendar";
import { lineAmount } from "#worker/money";
import { derivedStatus } from "#worker/orders/lifecycle";
import { events } from "../events";
import { type OrderLine, orderLines, orders, promises } from "../orders";
import type { Currency } from "../words/receivables";
import type { OrderStatus } from "../words/statuses";
import type { Chance } from "./chance";
import { addDays } from "./days";
import { putReach } from "./reach";
import { isAbroad, orgOn, outletOn, payerOn, type Trader } from "./trader";
import type { Ware } from "./wares";
import { revisionOn } from "./wares";
import type { World } from "./world";

type OrderRow = typeof orders.$inferInsert;
export type Line = { row: OrderLine; ware: Ware };
export type Wish = { ware: Ware; grams: number; priceE4?: number };

/** An order while the demo still works on it; `putOrder` ends that. */
export type Order = {
  trader: Trader;
  payer: Trader;
  row: OrderRow & { id: string; reference: string; orderedOn: string; currency: string };
  lines: Line[];
  luck: Chance;
  facts: {
    type: `order.${string}`;
    at: Date;
    from: string | null;
    to: string;
    reason?: string;
    by?: string;
  }[];
};

type Said = { trader: Trader; at: Date; wishes: Wish[]; leadDays: number; row?: Partial<OrderRow> };

/** A confirmed order with nothing done for it yet. */
export function newOrder(world: World, { trader, at, wishes, leadDays, row }: Said): Order {
  const day = businessDate(at);
  const payer = payerOn(trader, day);
  const reference = world.number("SO", orgOn(trader, day), at);
  const luck = world.chance(`order ${reference}`);
  const file = payer.row;
  const promisedOn = addDays(day, leadDays);
  const portal = luck.odds(0.4);
  const order: Order = {
    trader,
    payer,
    luck,
    facts: [],
    lines: [],
    row: {
      id: luck.id(at),
      reference,
      market: isAbroad(trader) ? "export" : "domestic",
      partyId: trader.id,
      billToId: payer.id,
      outletId: outletOn(trader, day)?.id ?? null,
      salespersonId: trader.row.salespersonId,
      placedBy: portal ? trader.ownerId : null,
      shipTo: trader.shipTo,
      customerPo: luck.odds(0.35) ? `PO${day.slice(2, 7).replace("-", "")}${luck.int(100, 999)}` : null,
      contractRef: isAbroad(trader) ? world.number("SC", "EX", at) : null,
      orderedOn: day,
      orderedAt: at,
      requestedOn: promisedOn,
      promisedOn,
      priceTerm: file.priceTerm ?? "ex_works",
      termPlace: file.termPlace ?? null,
      paymentTerm: file.paymentTerm ?? "prepaid",
      currency: file.currency ?? "CNY",
      taxIncluded: file.taxIncluded ?? true,
      plusBp: file.plusBp ?? 300,
      minusBp: file.minusBp ?? 300,
      status: "confirmed",
      totalMinor: 0,
      source: portal ? "portal" : "staff",
      createdAt: at,
      ...row,
    },
  };
  order.lines = wishes.map((wish, index) => newLine(world, order, wish, index + 1));
  order.row.totalMinor = order.lines.reduce((sum, line) => sum + line.row.amountMinor, 0);
  return order;
}

function newLine(
  world: World,
  { payer, row, luck }: Order,
  { ware, grams, priceE4 }: Wish,
  position: number,
): Line {
  const unitPriceE4 = priceE4 ?? priceFor(world, payer, ware, grams, row.orderedOn);
  const currency = row.currency as Currency; // Files hold known currencies only.
  return {
    ware,
    row: {
      id: luck.id(row.orderedAt),
      orderId: row.id,
      position,
      revisionId: revisionOn(ware, row.orderedOn),
      skuId: ware.skuId,
      itemZh: ware.itemZh,
      itemEn: ware.itemEn,
      colourNo: ware.colourNo,
      uom: "kg",
      cartons: Math.ceil(grams / ware.cartonMilli),
      unitPriceE4,
      discountBp: 0,
      amountMinor: lineAmount(grams, unitPriceE4, currency),
      priceListId:
        row.orderedOn.slice(0, 7) === world.today.slice(0, 7)
          ? (world.prices.lists[levelOf(payer)] ?? null)
          : null,
      promisedOn: row.promisedOn ?? null,
      orderedMilli: grams,
      scheduledMilli: 0,
      producedMilli: 0,
      finishedMilli: 0,
      readyMilli: 0,
      shippedMilli: 0,
      receivedMilli: 0,
      missingMilli: 0,
      returnedMilli: 0,
      cancelledMilli: 0,
    },
  };
}

const levelOf = ({ row }: Trader) =>
  (row.priceLevel ?? "list") as "outlet" | "dealer" | "customer" | "export" | "list"; // The files name no other.

function priceFor({ prices }: World, payer: Trader, ware: Ware, grams: number, day: string): number {
  const byTruck = grams >= 10_000_000 && ware.spec.colourMode === "raw_white" && ware.markup === 0;
  return prices.of(ware, levelOf(payer), day) - (byTruck ? 500 : 0);
}

/** Brings every line as far as a stage of production. */
export function advance({ lines }: Order, stage: "scheduled" | "in_production" | "inspecting" | "ready") {
  for (const { row } of lines) {
    row.scheduledMilli = row.orderedMilli;
    if (stage === "in_production") row.producedMilli = Math.round(row.orderedMilli * 0.4);
    if (stage === "inspecting" || stage === "ready") row.producedMilli = row.finishedMilli = row.orderedMilli;
    if (stage === "ready") row.readyMilli = row.orderedMilli;
  }
}

/** The order as it stands, with who may see it, what was promised and what happened. */
export function putOrder(world: World, order: Order) {
  const { row, lines, trader, payer, luck } = order;
  const { press } = world;
  row.status = derivedStatus(
    row.status as OrderStatus,
    row.minusBp,
    lines.map((line) => line.row),
  );
  const waiting =
    ["draft", "pending_confirmation", "pending_credit"].includes(row.status) || row.status === "rejected";
  const confirmedAt = waiting ? null : new Date(row.orderedAt.getTime() + luck.int(20, 200) * 60_000);
  Object.assign(row, { confirmedAt });
  press.put(orders, row);
  press.put(orderLines, ...lines.map((line) => line.row));
  const by = row.salespersonId;
  for (const line of confirmedAt && row.promisedOn ? lines : []) {
    press.put(promises, {
      id: world.serial("promise"),
      orderLineId: line.row.id,
      promisedOn: row.promisedOn ?? "",
      by,
      at: confirmedAt ?? row.orderedAt,
    });
  }
  putReach(world, { noun: "order", recordId: row.id, at: row.orderedAt, party: trader, payer });
  const facts: Order["facts"] = [
    {
      type: "order.submitted",
      at: row.orderedAt,
      from: "draft",
      to: "pending_confirmation",
      by: row.placedBy ?? by ?? undefined,
    },
  ];
  if (confirmedAt)
    facts.push({
      type: "order.confirmed",
      at: confirmedAt,
      from: "pending_confirmation",
      to: "confirmed",
      by: by ?? undefined,
    });
  for (const { type, at, from, to, reason, by: who } of [
    ...(row.status === "draft" ? [] : facts),
    ...order.facts,
  ]) {
    press.put(events, {
      id: world.serial("event"),
      recordId: row.id,
      type,
      at,
      personId: who ?? null,
      partyId: trader.id,
      channel: "web",
      fromStatus: from,
      toStatus: to,
      reason: reason ?? null,
    });
  }
}

/** A line that is wanted, in kilograms. */
export const wish = (ware: Ware, kg: number, priceE4?: number): Wish => ({
  ware,
  grams: Math.round(kg * 1_000),
  priceE4,
});
