import { acknowledgeBy, clocksOf } from "#worker/complaints/clocks";
import { type Complaint, complaints } from "../complaints";
import type { Channel, Severity } from "../words/quality";
import type { ComplaintStatus } from "../words/statuses";
import type { Chance } from "./chance";
import { putFacts, putNotice, putPapers } from "./complaintPapers";
import { pathOf } from "./complaintPath";
import { replyOf, solutions, type Trouble } from "./complaintWords";
import { putCalls } from "./followUps";
import { putReach } from "./reach";
import type { Sent, SentLine } from "./shipments";
import { isAbroad, type Trader } from "./trader";
import { wakeForComplaint } from "./wakeUps";
import type { World } from "./world";

export type Goods = { sent: Sent; line: SentLine };
type CaseSaid = {
  at: Date;
  trouble: Trouble;
  /** How far it has come. */
  until: ComplaintStatus;
  goods?: Goods;
  party?: Trader | null;
  severity?: Severity;
  channel?: Channel;
  grams?: number;
  /** Days each step takes, as a part of the usual. */
  pace?: number;
  row?: Partial<Complaint>;
};
export type Case = {
  row: Complaint;
  goods: Goods | null;
  party: Trader | null;
  trouble: Trouble;
  at(status: ComplaintStatus): Date | null;
  luck: Chance;
};

/** A complaint with all that its status says must be on record. */
export function putComplaint(world: World, said: CaseSaid): Case {
  const reference = world.number("CP", null, said.at);
  const luck = world.chance(`complaint ${reference}`);
  const party = said.party === undefined ? (said.goods?.sent.trader ?? null) : said.party;
  const severity =
    said.severity ??
    luck.weighted([
      ["S1", 4],
      ["S2", 31],
      ["S3", 65],
    ] as const);
  const path = pathOf(world, said, severity);
  const at = (status: ComplaintStatus) => path.find(([one]) => one === status)?.[1] ?? null;
  const row = {
    ...intake({ said, reference, luck, party, severity }),
    ...standing(world, { said, at, severity, party, luck }),
    ...said.row,
  };
  const one: Case = {
    row,
    goods: said.goods ?? null,
    party,
    trouble: said.trouble,
    at,
    luck,
  };
  putPapers(world, one);
  putFacts(world, one, path);
  putCalls(world, one);
  putNotice(world, one);
  wakeForComplaint(world, row);
  world.press.put(complaints, row);
  putReach(world, {
    noun: "complaint",
    recordId: row.id,
    at: row.receivedAt,
    party,
    payer: said.goods?.sent.payer,
  });
  return one;
}

type Told = { said: CaseSaid; reference: string; luck: Chance; party: Trader | null; severity: Severity };

function intake({ said, reference, luck, party, severity }: Told) {
  const { at, goods, trouble, until } = said;
  const language = party && isAbroad(party) ? ("en" as const) : ("zh" as const);
  const channel =
    said.channel ??
    luck.weighted<Channel>([
      ["phone", 34],
      ["portal", 28],
      ["wechat", 22],
      ["email", 10],
      ["fax", 2],
    ]);
  const most = goods?.line.row.quantityMilli ?? 300_000;
  const complained = said.grams ?? Math.min(most, luck.int(3, 20) * 30_000);
  const quality = trouble.class === "quality";
  const words = goods?.line.line.row;
  return {
    ...unset,
    id: luck.id(at),
    reference,
    status: until,
    partyId: party?.id ?? null,
    submittedBy: channel === "portal" && party ? party.ownerId || null : null,
    language,
    channel,
    receivedAt: at,
    shipmentLineId: goods?.line.row.id ?? null,
    lotNo: goods?.line.lot.lotNo ?? null,
    dyeLotNo: goods?.line.lot.dyeLotNo ?? null,
    item: words ? (language === "en" ? words.itemEn : words.itemZh) : null,
    complainedMilli: complained,
    unopenedMilli: quality ? Math.floor(complained / 2 / 30_000) * 30_000 : null,
    usedMilli: quality ? complained - Math.floor(complained / 2 / 30_000) * 30_000 : null,
    whereFound: quality ? luck.pick(["weaving", "dyeing", "warping"] as const) : ("receipt" as const),
    machine: quality ? luck.pick(["喷水织机 230", "圆机 34寸28针", "整经机"]) : null,
    description: trouble.said[language],
    demand: trouble.demand,
    machineStopped: severity === "S1",
    class: trouble.class,
    currency: party?.row.currency ?? "CNY",
    acknowledgeBy: acknowledgeBy(severity, at),
    createdAt: at,
    version: 1,
  };
}

const unset = {
  resumeStatus: null,
  guestName: null,
  guestPhone: null,
  guestEmail: null,
  boughtFrom: null,
  demandMinor: null,
  lateObjection: false,
  subClass: null,
  severity: null,
  ownerId: null,
  coOwnerId: null,
  preliminaryBy: null,
  proposeBy: null,
  closeBy: null,
  acknowledgedAt: null,
  preliminaryAt: null,
  repliedAt: null,
  waitingSince: null,
  validity: null,
  responsible: null,
  responsibleNote: null,
  outcome: null,
  outcomeMinor: null,
  outcomeMilli: null,
  approvedBy: null,
  reply: null,
  resolvedAt: null,
  firstFollowUpAt: null,
  secondFollowUpAt: null,
  closedAt: null,
  mergedIntoId: null,
} as const;

type Reached = { said: CaseSaid; at: Case["at"]; severity: Severity; party: Trader | null; luck: Chance };

/** What each status reached has put on record. */
function standing(
  { cast: { staff } }: World,
  { said, at, severity, party, luck }: Reached,
): Partial<Complaint> {
  const { trouble, until } = said;
  const language = party && isAbroad(party) ? "en" : "zh";
  const found = at("liability_set") !== null;
  const proposed = at("resolution_proposed") !== null;
  const validity = luck.weighted([
    ["valid", 61],
    ["partly_valid", 15],
    ["not_valid", 12],
    ["customer_use", 12],
  ] as const);
  const paid = validity === "valid" || validity === "partly_valid";
  const outcome = paid ? trouble.outcome : "explanation";
  const accepted = at("accepted");
  return {
    ...(accepted && {
      subClass: trouble.defect,
      severity,
      ownerId: luck.pick([staff.aftersales, staff["aftersales.visit"]]),
      acknowledgedAt: accepted,
      coOwnerId: severity === "S1" || party?.row.keyAccount ? staff.manager : null,
      ...clocksOf(severity, said.at, party && isAbroad(party) ? "export" : "domestic"),
    }),
    preliminaryAt: at("analysing"),
    ...(until === "awaiting_customer" && {
      resumeStatus: "analysing" as const,
      waitingSince: at("awaiting_customer"),
    }),
    ...(found && {
      validity,
      responsible: paid
        ? trouble.department === "logistics"
          ? ("carrier" as const)
          : ("manufacturer" as const)
        : ("customer" as const),
      responsibleNote: trouble.cause.zh,
    }),
    ...(proposed && {
      outcome,
      outcomeMilli: outcome === "allowance" ? 600_000 : null,
      outcomeMinor: outcome === "allowance" ? luck.int(4, 30) * 10_000 : null,
    }),
    ...(at("resolution_approved") && { approvedBy: staff.manager }),
    ...(at("replied") && { repliedAt: at("replied"), reply: replyOf(trouble, solutions[outcome])[language] }),
    resolvedAt: at("resolved"),
    firstFollowUpAt: at("followup_1_done"),
    secondFollowUpAt: at("followup_2_done"),
    closedAt: at("closed"),
  };
}
