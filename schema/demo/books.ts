import { dueOf } from "#worker/ledger/due";
import { accountIdOf } from "#worker/ledger/post";
import { lineAmount } from "#worker/money";
import { accounts, type Entry, entries } from "../ledger";
import type { Currency } from "../words/receivables";
import { clock } from "./days";
import type { Sent } from "./shipments";
import type { Trader } from "./trader";
import type { World } from "./world";

/** A fact of the ledger before it is written. */
export type Post = Pick<Entry, "type" | "businessDate" | "amountMinor"> &
  Partial<Omit<Entry, "seq" | "accountId" | "type" | "businessDate" | "amountMinor" | "postingDate">> & {
    postingDate?: string;
  };

/** One account with all its facts; `told` when a story says every one of them. */
export type Book = { id: string; payer: Trader; currency: Currency; posts: Post[]; told: boolean };

export function bookOf(world: World, payer: Trader, currency: string): Book {
  const id = accountIdOf(payer.id, currency);
  const found = world.books.get(id);
  if (found) return found;
  const book: Book = { id, payer, currency: currency as Currency, posts: [], told: false }; // Files hold known currencies only.
  world.books.set(id, book);
  return book;
}

/** The debt of a delivery, line by line, born on the day it left. */
export function postShipment(world: World, { payer, order, row, lines }: Sent) {
  const book = bookOf(world, payer, order.row.currency);
  for (const sent of lines) {
    const { line, lot, row: sentRow } = sent;
    const price = line.row.unitPriceE4 ?? 0;
    if (price === 0) continue;
    book.posts.push({
      type: "shipment",
      businessDate: row.dispatchedOn ?? "",
      amountMinor: lineAmount(sentRow.quantityMilli, price, book.currency),
      quantityMilli: sentRow.quantityMilli,
      unitPriceE4: price,
      docNo: row.reference,
      orderId: order.row.id,
      orderRef: order.row.reference,
      customerPo: order.row.customerPo ?? null,
      item: order.row.market === "export" ? line.row.itemEn : line.row.itemZh,
      colourNo: line.row.colourNo,
      lotNo: lot.lotNo,
      cartons: sentRow.cartons,
      shipmentId: row.id,
      shipmentLineId: sentRow.id,
      ...dueOf(
        { amountMinor: 1, businessDate: row.dispatchedOn ?? "" },
        { term: order.row.paymentTerm, days: order.row.paymentDays ?? null },
      ),
    });
  }
}

/** Writes the account and its facts in the order of their posting; answers with them as they stand. */
export function putBook(world: World, { id, payer, currency, posts }: Book): Entry[] {
  const first = clock(world.since, 9);
  world.press.put(accounts, { id, partyId: payer.id, currency, createdAt: first });
  const luck = world.chance(`book ${id}`);
  const sorted = posts
    .map((post) => ({ ...post, postingDate: post.postingDate ?? post.businessDate }))
    .sort((a, b) => (a.postingDate < b.postingDate ? -1 : a.postingDate > b.postingDate ? 1 : 0));
  const rows = sorted.map((post): Entry => {
    const recordedAt = recordedOn(world, post.postingDate);
    return {
      ...blank,
      createdBy: world.cast.staff.finance,
      id: luck.id(recordedAt),
      seq: world.serial("entry"),
      accountId: id,
      recordedAt,
      ...post,
    };
  });
  world.press.put(entries, ...rows);
  return rows;
}

/** At the end of that day's work, but never later than now. */
function recordedOn({ now }: World, day: string): Date {
  const evening = clock(day, 17, 15);
  return evening > now ? now : evening;
}

const blank = {
  quantityMilli: null,
  unitPriceE4: null,
  docNo: null,
  orderId: null,
  orderRef: null,
  customerPo: null,
  item: null,
  colourNo: null,
  lotNo: null,
  cartons: null,
  shipmentId: null,
  shipmentLineId: null,
  returnId: null,
  complaintId: null,
  dueOn: null,
  effectiveDueOn: null,
  maturesOn: null,
  invoiceNo: null,
  adjustsPeriod: null,
  memo: null,
  createdBy: null,
  approvedBy: null,
  reversalOf: null,
  source: "staff",
  externalRef: null,
} as const;
