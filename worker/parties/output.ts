import { z } from "zod";
import type { addresses, contacts, Party } from "#schema/parties";
import { partyStatusForPartners } from "#schema/words/forPartners";
import { type PartyStatus, partyStatuses } from "#schema/words/statuses";
import { partyKinds } from "#schema/words/trade";
import { type Actor, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { mayHavePeople, mayKeepPeople } from "../people/policy";
import { PartyBrief, presentBrief } from "./brief";
import { Completeness, completeness } from "./completeness";
import { PartyFile, presentFile } from "./file";
import { openMoves } from "./lifecycle";
import {
  mayChangeInvoicing,
  mayKeepFiles,
  mayMove,
  mayPlace,
  mayTrust,
  seesCredit,
  seesFile,
  seesInvoicing,
  seesTrust,
} from "./policy";

const maybe = z.string().nullable();

export const PartyRow = PartyBrief.extend({
  kind: z.enum(partyKinds),
  status: z.enum(partyStatuses).nullable(), // Null to outsiders where the status is our judgement: `statusText` says it.
  statusText: z.object({ zh: z.string(), en: z.string() }),
  country: z.string(),
  parent: PartyBrief.nullable(),
  salesperson: maybe,
}).meta({ id: "PartyRow" });
export type PartyRow = z.infer<typeof PartyRow>;

const Invoicing = z.object({
  invoiceTitle: maybe,
  taxNo: maybe,
  bank: maybe,
  bankAccount: maybe,
  invoiceKind: maybe,
});
/** What only staff read of a file: who looks after it and how complete it is. */
const Desk = z.object({
  salespersonId: maybe,
  afterSalesOwnerId: maybe,
  creditControllerId: maybe,
  completeness: Completeness,
});
/** What only those who judge a party read: the grade, holds. */
const Trust = z.object({
  level: maybe,
  keyAccount: z.boolean(),
  holdReason: maybe,
  silentConfirmClause: z.boolean(),
});

export const PartyView = PartyRow.extend({
  file: PartyFile.nullable(),
  credit: z.object({ limitMinor: z.number(), currency: z.string() }).nullable(),
  invoicing: Invoicing.nullable(),
  desk: Desk.nullable(),
  trust: Trust.nullable(),
  below: z.array(PartyBrief.extend({ kind: z.enum(partyKinds) })),
  history: z.array(z.object({ parent: PartyBrief, from: z.string(), to: maybe, reason: maybe })),
  events: z.array(EventView),
  moves: z.array(MoveView),
  version: z.number().int(),
}).meta({ id: "Party" });
export type PartyView = z.infer<typeof PartyView>;

export type PartyListRow = { party: Party; parent: Party | null; salesperson: string | null };

export function presentRow(actor: Actor, { party, parent, salesperson }: PartyListRow): PartyRow {
  return {
    ...presentBrief(party),
    kind: party.kind,
    ...presentStatus(actor, party.status),
    country: party.country,
    parent: parent && presentBrief(parent),
    salesperson,
  };
}

const judged: readonly PartyStatus[] = ["on_watch", "suspended", "blacklisted"];

/** Outsiders never read that somebody is watched, suspended or blacklisted: to them all three are one word. */
function presentStatus(actor: Actor, status: PartyStatus) {
  const staff = isStaff(actor) || actor.kind === "system";
  const statusText = partyStatusForPartners[status];
  return { status: staff || !judged.includes(status) ? status : null, statusText };
}

export type PartyPage = PartyListRow & {
  contacts: (typeof contacts.$inferSelect)[];
  addresses: (typeof addresses.$inferSelect)[];
  below: Party[];
  history: { parent: Party; validFrom: string; validTo: string | null; reason: string | null }[];
  events: EventRow[];
};

/** A party as this actor may read it: its place for all in reach, its file for itself and staff, the grade for few. */
export function presentParty(actor: Actor, page: PartyPage): PartyView {
  const { party, history, below, events } = page;
  const staff = isStaff(actor);
  const own = seesFile(actor, party);
  return {
    ...presentRow(actor, page),
    file: own ? presentFile(page) : null,
    credit: seesCredit(actor, party)
      ? { limitMinor: party.creditLimitMinor, currency: party.currency }
      : null,
    invoicing: seesInvoicing(actor, party) ? presentInvoicing(party) : null,
    desk: staff ? presentDesk(page) : null,
    trust: seesTrust(actor) ? presentTrust(party) : null,
    below: below.map((child) => ({ ...presentBrief(child), kind: child.kind })),
    history: staff ? history.map(presentPlace) : [],
    events: own ? presentEvents(events, staff) : [],
    moves: presentMoves(actor, party),
    version: party.version,
  };
}

const presentPlace = ({ parent, validFrom, validTo, reason }: PartyPage["history"][number]) => ({
  parent: presentBrief(parent),
  from: validFrom,
  to: validTo,
  reason,
});

const presentInvoicing = ({ invoiceTitle, taxNo, bank, bankAccount, invoiceKind }: Party) => ({
  invoiceTitle,
  taxNo,
  bank,
  bankAccount,
  invoiceKind,
});

const presentDesk = ({ party, contacts: met }: PartyPage): z.infer<typeof Desk> => ({
  salespersonId: party.salespersonId,
  afterSalesOwnerId: party.afterSalesOwnerId,
  creditControllerId: party.creditControllerId,
  completeness: completeness({ party, contacts: met }),
});

const presentTrust = ({ level, keyAccount, holdReason, silentConfirmClause }: Party) => ({
  level,
  keyAccount,
  holdReason,
  silentConfirmClause,
});

function presentMoves(actor: Actor, party: Party): MoveView[] {
  const named = {
    change: mayKeepFiles(actor),
    trust: mayTrust(actor),
    invoice: mayChangeInvoicing(actor),
    place: mayPlace(actor) && party.kind !== "company",
    invite: mayKeepPeople(actor, party) && mayHavePeople(party),
  };
  const first = Object.entries(named).flatMap(([move, may]) => (may ? [move] : []));
  const open = openMoves(party.status).filter((move) => mayMove(actor, party, move));
  return [...first, ...open].map((move) => ({ move, open: true, reason: null }));
}
