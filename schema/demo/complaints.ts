import { acknowledgeBy, clocksOf } from "#worker/complaints/clocks";
import { consequences, facts, finished } from "#worker/complaints/lifecycle";
import { appraisals, type Complaint, complaintMessages, complaints, complaintTasks } from "../complaints";
import { events } from "../events";
import type { Channel, Severity } from "../words/quality";
import type { ComplaintStatus } from "../words/statuses";
import type { Chance } from "./chance";
import { letters, replyOf, solutions, type Trouble } from "./complaintWords";
import { putCalls } from "./followUps";
import { putReach } from "./reach";
import type { Sent, SentLine } from "./shipments";
import { isAbroad, type Trader } from "./trader";
import type { World } from "./world";

export type Goods = { sent: Sent; line: SentLine };
export type CaseSaid = {
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
  reached: ComplaintStatus[];
  luck: Chance;
};

/** The way of every complaint, with the days after its receipt at which it usually gets there. */
const way: readonly (readonly [ComplaintStatus, number])[] = [
  ["submitted", 0],
  ["accepted", 0.1],
  ["analysing", 0.3],
  ["routed", 1],
  ["investigating", 1.3],
  ["appraising", 2.5],
  ["liability_set", 4],
  ["resolution_proposed", 5],
  ["resolution_approved", 5.4],
  ["replied", 6],
  ["customer_accepted", 7],
  ["executing", 7.3],
  ["resolved", 10],
  ["followup_1_done", 12],
  ["followup_2_done", 20],
  ["closed", 21],
];
/** Where the case left the way, and for how long. */
const aside: Partial<Record<ComplaintStatus, readonly [after: ComplaintStatus, fact: string, days: number]>> =
  {
    awaiting_customer: ["analysing", facts.ask, 0.6],
    customer_rejected: ["replied", facts.customer_reject, 7],
    withdrawn: ["analysing", facts.withdraw, 2],
    merged: ["accepted", facts.merge, 0.4],
    reopened: ["closed", facts.reopen, 30],
  };
const factOf: Partial<Record<ComplaintStatus, string>> = {
  accepted: facts.accept,
  analysing: facts.analyse,
  routed: facts.route,
  investigating: facts.investigate,
  appraising: facts.appraise,
  liability_set: facts.set_liability,
  resolution_proposed: facts.propose,
  resolution_approved: facts.approve,
  replied: facts.reply,
  customer_accepted: facts.customer_accept,
  executing: facts.execute,
  resolved: facts.resolve,
  followup_1_done: consequences.first_follow_up,
  followup_2_done: consequences.second_follow_up,
  closed: facts.close,
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
    reached: path.map(([status]) => status),
    luck,
  };
  putPapers(world, one);
  putFacts(world, one, path);
  putCalls(world, one);
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

/** Each status reached, with its time; a young case was simply quicker. */
function pathOf(
  { now }: World,
  { at, until, trouble, pace = 1 }: CaseSaid,
  severity: Severity,
): (readonly [ComplaintStatus, Date])[] {
  const [last, , asideDays] = aside[until] ?? [until, "", 0];
  const tested = trouble.class === "quality" && severity !== "S3";
  const steps = way.filter(([status]) => status !== "appraising" || tested || until === "appraising");
  const end = steps.findIndex(([status]) => status === last);
  const walked = steps
    .slice(0, end + 1)
    .filter(([status]) => until !== "appraising" || status !== "liability_set");
  if (until in aside) walked.push([until, asideDays]);
  const whole = walked.at(-1)?.[1] ?? 0;
  const days = (now.getTime() - at.getTime()) / 86_400_000;
  const rate = whole > 0 ? Math.min(pace, (days * 0.9) / whole) : 1;
  return walked.map(
    ([status, after]) => [status, new Date(Math.round(at.getTime() + after * rate * 86_400_000))] as const,
  );
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

/** Messages, tasks and the appraisal sheet. */
function putPapers(world: World, { row, at, trouble, luck }: Case) {
  const {
    press,
    cast: { staff },
  } = world;
  const say = (
    kind: "to_customer" | "from_customer" | "internal",
    body: string,
    when: Date | null,
    by: string | null,
  ) => {
    if (when)
      press.put(complaintMessages, { id: luck.id(when), complaintId: row.id, kind, body, by, at: when });
  };
  say("to_customer", letters.preliminary[row.language], at("analysing"), row.ownerId);
  say("internal", letters.note.zh, at("investigating"), staff["aftersales.visit"]);
  say("to_customer", letters.ask[row.language], at("awaiting_customer"), row.ownerId);
  const routed = at("routed");
  if (routed) {
    const doneAt = at("appraising") ?? at("liability_set");
    press.put(complaintTasks, {
      id: luck.id(routed),
      complaintId: row.id,
      department: trouble.department,
      question: letters.question.zh,
      dueAt: row.proposeBy ?? routed,
      ...(doneAt && { finding: `${trouble.cause.zh}，已整改。`, doneAt, doneBy: staff.qc }),
    });
  }
  const tested = at("appraising") && at("liability_set");
  if (tested) {
    press.put(appraisals, {
      id: luck.id(tested),
      reference: world.number("TA", null, tested),
      complaintId: row.id,
      samples: "客诉样2筒、留样1筒，密封完好",
      tests: [
        { item: "染色均匀度", method: "GB/T 6508", result: "3-4级", spec: "≥4级" },
        { item: "断裂强度", method: "GB/T 14344", result: "3.7 cN/dtex", spec: "3.8±0.3" },
      ],
      conclusion: row.validity === "valid" ? "deviates" : "conforms",
      reproduction: "复现测试完成",
      laboratory: "本公司实验室",
      testedBy: "技术部",
      at: tested,
    });
  }
}

/** What happened, as the case's timeline tells it. */
function putFacts(world: World, { row, party }: Case, path: (readonly [ComplaintStatus, Date])[]) {
  path.forEach(([status, at], index) => {
    const fact = index === 0 ? "submitted" : (factOf[status] ?? aside[status]?.[1]);
    const theirs =
      ["customer_accepted", "customer_rejected", "withdrawn", "reopened"].includes(status) || index === 0;
    world.press.put(events, {
      id: world.serial("event"),
      recordId: row.id,
      type: `complaint.${fact}`,
      at,
      personId: theirs ? row.submittedBy : (row.ownerId ?? world.cast.staff.aftersales),
      partyId: theirs ? (party?.id ?? null) : null,
      channel: index === 0 && row.channel !== "portal" ? row.channel : "web",
      fromStatus: path[index - 1]?.[0] ?? null,
      toStatus: status,
    });
  });
}

export const isOpen = ({ row }: Case) => !finished.includes(row.status);
