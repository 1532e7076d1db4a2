import type { Client } from "@libsql/client";
import { closedPeriods } from "../ledger";
import { sellAbroad } from "./abroad";
import { putBook } from "./books";
import { newCases } from "./cases";
import { type Catalogue, putCatalogue } from "./catalogue";
import { addMonths, clock, lastDay, monthOf } from "./days";
import { type Demo, type Ground, newDemo } from "./demo";
import { sellAtHome } from "./domestic";
import { putEnquiries } from "./enquiries";
import { callAfter } from "./followUps";
import { newLots } from "./lots";
import { putOrder } from "./orders";
import { putParties } from "./parties";
import { pricesOf, putPriceLists } from "./prices";
import { plannedSales } from "./sales";
import type { DemoProfile } from "./scale";
import { settle } from "./settlement";
import { putStandings } from "./standings";
import { putStatements } from "./statements";
import { tellDebts, tellStories } from "./stories/stories";
import type { World } from "./world";

/** Names of the marks that a seeding leaves: when it began, for which instant, and that it is whole. */
const marks = { begun: "demo begun", whole: "demo whole" };

/** Whether a seeding of this database was cut short. */
export async function isHalfSeeded(client: Client): Promise<boolean> {
  return (await begunAt(client)) !== null && (await mark(client, marks.whole)) === null;
}

/** Makes the demo company; a seeding that was cut short is taken up again as of its own first moment. */
export async function seedDemo(ground: Ground, profile: DemoProfile): Promise<void> {
  const begun = await begunAt(ground.client);
  const demo = newDemo({ ...ground, now: begun ?? ground.now }, profile, begun !== null);
  if (begun === null) await leaveMark(ground.client, marks.begun, ground.now.getTime());
  const catalogue = putCatalogue(demo);
  const cast = putParties(demo);
  const prices = pricesOf(demo, demo.storyMonth);
  putPriceLists(demo, catalogue, prices);
  const world: World = { ...demo, cast, catalogue, prices, lots: newLots(demo), books: new Map() };
  await tellStories(world);
  await sellAll(world);
  await keepBooks(world);
  putEnquiries(world);
  world.putSequences();
  await world.press.flush();
  await fillSearch(demo, catalogue);
  await leaveMark(ground.client, marks.whole, 1);
}

async function sellAll(world: World) {
  const cases = newCases(world);
  putStandings(world);
  for (const sale of plannedSales(world)) {
    const { order, sent } = sale.kind === "export" ? sellAbroad(world, sale) : sellAtHome(world, sale);
    for (const one of sent) {
      cases.after(one);
      callAfter(world, one);
    }
    putOrder(world, order);
    await world.press.roll();
  }
}

async function keepBooks(world: World) {
  for (const book of world.books.values()) settle(world, book);
  tellDebts(world);
  for (const book of world.books.values()) {
    await putStatements(world, book, putBook(world, book));
    await world.press.roll();
  }
  // Finance has closed every month but the last one.
  for (let period = monthOf(world.since); period < world.lastMonth; period = addMonths(period, 1)) {
    const closedAt = clock(lastDay(addMonths(period, 1)), 17);
    world.press.put(closedPeriods, { period, closedAt, closedBy: world.cast.staff.finance });
  }
}

async function fillSearch({ client }: Demo, { search }: Catalogue) {
  await client.batch(
    search.flatMap(({ productId, text }) => [
      { sql: "delete from product_search where product_id = ?", args: [productId] },
      { sql: "insert into product_search (product_id, text) values (?, ?)", args: [productId, text] },
    ]),
    "write",
  );
}

async function mark(client: Client, key: string): Promise<number | null> {
  const { rows } = await client.execute({ sql: "select last from sequences where key = ?", args: [key] });
  return rows[0] ? Number(rows[0].last) : null;
}

async function begunAt(client: Client): Promise<Date | null> {
  const time = await mark(client, marks.begun);
  return time === null ? null : new Date(time);
}

const leaveMark = (client: Client, key: string, last: number) =>
  client.execute({ sql: "insert into sequences (key, last) values (?, ?)", args: [key, last] });
