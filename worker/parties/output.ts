import { z } from "zod";
import type { addresses, contacts, Party } from "#schema/parties";
import { partyStatusForPartners } from "#schema/words/forPartners";
import { partyStatuses } from "#schema/words/statuses";
import { partyKinds } from "#schema/words/trade";
import { type Actor, isStaff } from "../actor";
import { EventView, type EventRow, presentEvents } from "../events";
import { PartyBrief, presentBrief } from "./brief";
import { completeness } from "./completeness";
import { seesCredit, seesFile } from "./policy";

const maybe = z.string().nullable();

export const PartyRow = PartyBrief.extend({
  kind: z.enum(partyKinds),
  status: z.enum(partyStatuses),
  country: z.string(),
  parent: PartyBrief.nullable(),
  salesperson: maybe,
}).meta({ id: "PartyRow" });
export type PartyRow = z.infer<typeof PartyRow>;

const Contact = z.object({
  id: z.string(), name: z.string(), role: z.string(), phone: maybe, mobile: maybe, email: maybe, wechat: maybe,
});
const Address = z.object({
  id: z.string(), kind: z.string(), consignee: z.string(), phone: maybe, lines: z.string(), conditions: maybe,
});

export const PartyFile = z
  .object({
    shortName: maybe, legalRepresentative: maybe, uscc: maybe, taxpayerKind: maybe, licenceExpiresOn: maybe,
    registrationNo: maybe, address: maybe, addressEn: maybe, port: maybe, portOfLoading: maybe, consignee: maybe,
    notifyParty: maybe, shippingMarks: maybe, forwarder: maybe, priceLevel: maybe, priceTerm: maybe, termPlace: maybe,
    currency: z.string(), taxIncluded: z.boolean(), paymentTerm: z.string(), depositBp: z.number(), plusBp: z.number(),
    minusBp: z.number(), singleLot: z.boolean(), tradingModel: maybe, outletKind: maybe, operation: maybe,
    formerNames: z.array(z.string()), territory: z.array(z.string()),
    contacts: z.array(Contact), addresses: z.array(Address),
  })
  .meta({ id: "PartyFile" });

/** What only staff read of a file: the grade, holds and how complete it is. */
const StaffFile = z.object({
  level: maybe, keyAccount: z.boolean(), holdReason: maybe, salespersonId: maybe,
  completeness: z.object({ percent: z.number(), missing: z.array(z.string()) }),
});

export const PartyView = PartyRow.extend({
  file: PartyFile.nullable(),
  credit: z.object({ limitMinor: z.number(), currency: z.string() }).nullable(),
  staff: StaffFile.nullable(),
  history: z.array(z.object({ parent: PartyBrief, from: z.string(), to: maybe, reason: maybe })),
  events: z.array(EventView),
  version: z.number().int(),
}).meta({ id: "Party" });
export type PartyView = z.infer<typeof PartyView>;

export type PartyListRow = { party: Party; parent: Party | null; salesperson: string | null };

export function presentRow(actor: Actor, { party, parent, salesperson }: PartyListRow): PartyRow {
  return {
    ...presentBrief(party),
    kind: party.kind,
    status: safeStatus(actor, party),
    country: party.country,
    parent: parent && presentBrief(parent),
    salesperson,
  };
}

/** Outsiders never read that somebody is watched, suspended or blacklisted: to them it is one word. */
function safeStatus(actor: Actor, { status }: Party): Party["status"] {
  if (isStaff(actor) || actor.kind === "system") return status;
  const said = partyStatusForPartners[status];
  return (Object.keys(partyStatusForPartners) as Party["status"][]).find((one) => partyStatusForPartners[one] === said) ?? status;
}

export type PartyPage = PartyListRow & {
  contacts: (typeof contacts.$inferSelect)[];
  addresses: (typeof addresses.$inferSelect)[];
  history: { parent: Party; validFrom: string; validTo: string | null; reason: string | null }[];
  events: EventRow[];
};

/** A party as this actor may read it: its place for all in reach, its file for itself and staff, the grade for staff. */
export function presentParty(actor: Actor, page: PartyPage): PartyView {
  const { party } = page;
  const staff = isStaff(actor);
  const own = seesFile(actor, party);
  return {
    ...presentRow(actor, page),
    file: own ? presentFile(page) : null,
    credit: seesCredit(actor, party) ? { limitMinor: party.creditLimitMinor, currency: party.currency } : null,
    staff: staff ? presentStaffFile(page) : null,
    history: staff
      ? page.history.map(({ parent, validFrom, validTo, reason }) => ({
          parent: presentBrief(parent), from: validFrom, to: validTo, reason,
        }))
      : [],
    events: own ? presentEvents(page.events, staff) : [],
    version: party.version,
  };
}

function presentFile({ party, contacts: people, addresses: places }: PartyPage): z.infer<typeof PartyFile> {
  const {
    shortName, legalRepresentative, uscc, taxpayerKind, licenceExpiresOn, registrationNo, address, addressEn, port,
    portOfLoading, consignee, notifyParty, shippingMarks, forwarder, priceLevel, priceTerm, termPlace, currency,
    taxIncluded, paymentTerm, depositBp, plusBp, minusBp, singleLot, tradingModel, outletKind, operation, formerNames,
    territory,
  } = party;
  return {
    shortName, legalRepresentative, uscc, taxpayerKind, licenceExpiresOn, registrationNo, address, addressEn, port,
    portOfLoading, consignee, notifyParty, shippingMarks, forwarder, priceLevel, priceTerm, termPlace, currency,
    taxIncluded, paymentTerm, depositBp, plusBp, minusBp, singleLot, tradingModel, outletKind, operation, formerNames,
    territory,
    contacts: people.map(({ id, name, role, phone, mobile, email, wechat }) => ({ id, name, role, phone, mobile, email, wechat })),
    addresses: places.map(({ id, kind, consignee: to, phone, lines, conditions }) => ({
      id, kind, consignee: to, phone, lines, conditions,
    })),
  };
}

function presentStaffFile({ party, contacts: people }: PartyPage): z.infer<typeof StaffFile> {
  const { level, keyAccount, holdReason, salespersonId } = party;
  return { level, keyAccount, holdReason, salespersonId, completeness: completeness({ party, contacts: people }) };
}
