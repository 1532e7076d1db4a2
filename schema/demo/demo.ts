import type { Client } from "@libsql/client";
import { businessDate } from "#worker/calendar";
import { documentNumber, type NumberPrefix, numberKey } from "#worker/reference";
import { appraisals, complaintMessages, complaints, complaintTasks } from "../complaints";
import { enquiries } from "../enquiries";
import { events, jobs, notices, sequences } from "../events";
import { links } from "../files";
import { followUps } from "../followUps";
import { accounts, closedPeriods, entries } from "../ledger";
import { orderLines, orders, promises } from "../orders";
import { addresses, contacts, parties, partyParents } from "../parties";
import { credentials, memberships, people } from "../people";
import { priceLines, priceLists, productFamilies, productRevisions, products, skus } from "../products";
import { reach } from "../reach";
import { returnLines, returns } from "../returns";
import { cartons, lots, shipmentEvents, shipmentLines, shipments } from "../shipments";
import { disputes, statementLines, statements } from "../statements";
import { type Chance, chanceOf } from "./chance";
import { addMonths, monthOf } from "./days";
import { newPress, type Press } from "./press";
import { type DemoProfile, type Scale, scales } from "./scale";

/** What making the demo company leans on: a database, the current time and the hash of everybody's password. */
export type Ground = { client: Client; now: Date; passwordHash: string };

/** Parents before children, so that no row refers to one that is still to come. */
const tables = [
  people,
  credentials,
  parties,
  partyParents,
  contacts,
  addresses,
  memberships,
  productFamilies,
  products,
  productRevisions,
  skus,
  priceLists,
  priceLines,
  orders,
  orderLines,
  promises,
  lots,
  shipments,
  shipmentLines,
  cartons,
  shipmentEvents,
  accounts,
  entries,
  statements,
  statementLines,
  disputes,
  complaints,
  complaintMessages,
  complaintTasks,
  appraisals,
  returns,
  returnLines,
  followUps,
  enquiries,
  reach,
  events,
  notices,
  jobs,
  links,
  closedPeriods,
  sequences,
];

/** The running state of one seeding. */
export type Demo = Ground & {
  profile: DemoProfile;
  scale: Scale;
  today: string;
  /** The last full month before today. */
  lastMonth: string;
  firstMonth: string;
  /** The month of the worked example: October 2026, or the last full month while that is to come. */
  storyMonth: string;
  /** The day on which everybody's file was opened. */
  since: string;
  press: Press;
  number(prefix: NumberPrefix, org: string | null, at: Date): string;
  /** A code that the recipe gives by hand: counting goes on after it. */
  taken(code: string): void;
  /** The next of rows that count from 1, explicit so that a repeated seeding writes the same. */
  serial(of: "event" | "entry" | "promise"): number;
  putSequences(): void;
  chance(name: string): Chance;
};

export function newDemo(ground: Ground, profile: DemoProfile, again: boolean): Demo {
  const scale = scales[profile];
  const today = businessDate(ground.now);
  const lastMonth = addMonths(monthOf(today), -1);
  const storyMonth = today >= "2026-11-01" ? "2026-10" : lastMonth;
  const firstMonth = addMonths(monthOf(today), 1 - scale.months);
  const press = newPress(ground.client, tables, again);
  const lasts = new Map<string, number>();
  const next = (key: string) => {
    const last = (lasts.get(key) ?? 0) + 1;
    lasts.set(key, last);
    return last;
  };
  const counts = new Map<string, number>();
  return {
    ...ground,
    profile,
    scale,
    today,
    lastMonth,
    firstMonth,
    storyMonth,
    since: `${[firstMonth, addMonths(storyMonth, -3)].sort()[0]}-01`,
    press,
    number(prefix, org, at) {
      const key = numberKey(prefix, org, at);
      return documentNumber(key, next(key));
    },
    taken(code) {
      const [, key, serial] = /^(.+)-(\d{4})$/.exec(code) ?? [];
      if (key) lasts.set(key, Math.max(lasts.get(key) ?? 0, Number(serial)));
    },
    serial(of) {
      counts.set(of, (counts.get(of) ?? 0) + 1);
      return counts.get(of) ?? 0;
    },
    putSequences: () => press.put(sequences, ...[...lasts].map(([key, last]) => ({ key, last }))),
    chance: chanceOf,
  };
}
