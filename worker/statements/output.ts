import { z } from "zod";
import type { Party } from "#schema/parties";
import type { Dispute, Statement, StatementLine } from "#schema/statements";
import { ageingBands, type Currency, disputeReasons, statementSections } from "#schema/words/receivables";
import { disputeStatuses, statementStatuses } from "#schema/words/statuses";
import { type Actor, isStaff } from "../actor";
import { amountInChinese, amountInEnglish } from "../amountInWords";
import { type EventRow, EventView, presentEvents } from "../events";
import { iso } from "../http";
import { lineFields } from "../ledger/output";
import { MoveView } from "../moves";
import { type NamedParty, PartyBrief, presentBrief } from "../parties/brief";
import { openOutcomes } from "./disputes";
import { openMoves, waitsFor } from "./lifecycle";
import { mayAnswerDisputes, mayMove } from "./policy";

const minor = z.number().int();

export const StatementBrief = z
  .object({
    reference: z.string(),
    number: z.number().int(),
    party: PartyBrief,
    period: z.string(),
    currency: z.string(),
    status: z.enum(statementStatuses),
    openingMinor: minor,
    debitMinor: minor,
    creditMinor: minor,
    closingMinor: minor,
    overdueMinor: minor,
    openDisputes: z.number().int(),
    waitsFor: z.enum(["party", "us"]).nullable(),
    issuedAt: z.string(),
    confirmBy: z.string(),
    answeredAt: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: "StatementBrief" });
export type StatementBrief = z.infer<typeof StatementBrief>;

const DisputeView = z.object({
  reason: z.enum(disputeReasons),
  theirMinor: minor.nullable(),
  note: z.string().nullable(),
  status: z.enum(disputeStatuses),
  raisedBy: z.string().nullable(),
  raisedAt: z.string(),
  answerDueAt: z.string(),
  reply: z.string().nullable(),
  repliedAt: z.string().nullable(),
  moves: z.array(z.string()),
});

const LineView = z.object({
  position: z.number().int(),
  section: z.enum(statementSections),
  date: z.string(),
  ...lineFields,
  agreedBefore: z.boolean(),
  added: z.boolean(), // Was not in the version before.
  dispute: DisputeView.nullable(),
});

export const StatementView = StatementBrief.extend({
  quantityMilli: minor,
  closingInWords: z.object({ zh: z.string(), en: z.string() }),
  uninvoicedMinor: minor.nullable(), // Null: tax invoices are not kept here.
  unpaidInvoicesMinor: minor.nullable(),
  undueBillsMinor: minor,
  ageing: z.record(z.enum([...ageingBands, "unallocated"]), minor),
  disputedMinor: minor, // What the open disputes are about.
  heading: z.record(z.string(), z.string().nullable()),
  hash: z.string(),
  viewedAt: z.string().nullable(),
  answerMethod: z.string().nullable(),
  versions: z.array(
    z.object({ reference: z.string(), number: z.number().int(), status: z.enum(statementStatuses) }),
  ),
  sections: z.array(
    z.object({
      section: z.enum(statementSections),
      quantityMilli: minor,
      debitMinor: minor,
      creditMinor: minor,
    }),
  ),
  lines: z.array(LineView),
  events: z.array(EventView),
  moves: z.array(MoveView),
}).meta({ id: "Statement" });
export type StatementView = z.infer<typeof StatementView>;

export type StatementRow = { statement: Statement; party: NamedParty; openDisputes: number };
type Objection = { dispute: Dispute; raisedByName: string | null };
export type StatementPage = {
  row: StatementRow;
  lines: StatementLine[];
  disputes: Objection[];
  events: EventRow[];
  versions: { reference: string; number: number; status: Statement["status"] }[];
  entriesBefore: string[];
};

export function presentBriefStatement({ statement, party, openDisputes }: StatementRow): StatementBrief {
  return StatementBrief.parse({
    ...statement,
    party: presentBrief(party),
    openDisputes,
    waitsFor: waitsFor(statement.status, openDisputes),
    issuedAt: iso(statement.issuedAt),
    answeredAt: iso(statement.answeredAt),
  });
}

/** The whole statement; who sees it at all sees its amounts, for it is about nothing else. */
export function presentStatement(actor: Actor, page: StatementPage): StatementView {
  const { statement, openDisputes } = page.row;
  const { quantityMilli, undueBillsMinor, ageing, heading, hash, answerMethod, closingMinor, currency } =
    statement;
  const lines = page.lines.map((line) => presentLine(actor, line, page));
  const open = lines.filter(({ dispute }) => dispute && openOutcomes(dispute.status).length > 0);
  return {
    ...presentBriefStatement(page.row),
    ...{ quantityMilli, undueBillsMinor, heading, hash, answerMethod },
    ageing: ageing as StatementView["ageing"], // Written by `issueSteps` from the same bands.
    closingInWords: {
      zh: amountInChinese(closingMinor, currency as Currency),
      en: amountInEnglish(closingMinor, currency as Currency),
    },
    uninvoicedMinor: null,
    unpaidInvoicesMinor: null,
    disputedMinor: open.reduce((sum, line) => sum + line.debitMinor - line.creditMinor, 0),
    viewedAt: iso(statement.viewedAt),
    versions: page.versions,
    sections: sectionsOf(page.lines),
    lines,
    events: presentEvents(page.events, isStaff(actor)),
    moves: presentMoves(actor, statement, openDisputes),
  };
}

function presentLine(actor: Actor, line: StatementLine, { disputes, entriesBefore, row }: StatementPage) {
  const { id, statementId: _statement, entryId, ...told } = line;
  const objection = disputes.find(({ dispute }) => dispute.lineId === id);
  const added = row.statement.number > 1 && !entriesBefore.includes(entryId);
  return { ...told, added, dispute: objection ? presentDispute(actor, objection) : null };
}

function presentDispute(actor: Actor, { dispute, raisedByName }: Objection) {
  const { reason, theirMinor, note, status, reply, raisedAt, answerDueAt, repliedAt } = dispute;
  return {
    ...{ reason, theirMinor, note, status, reply },
    raisedBy: raisedByName,
    raisedAt: raisedAt.toISOString(),
    answerDueAt: answerDueAt.toISOString(),
    repliedAt: iso(repliedAt),
    moves: mayAnswerDisputes(actor) ? openOutcomes(status) : [],
  };
}

const sectionsOf = (lines: StatementLine[]) =>
  statementSections
    .map((section) => ({ section, of: lines.filter((line) => line.section === section) }))
    .filter(({ of }) => of.length > 0)
    .map(({ section, of }) => ({
      section,
      quantityMilli: of.reduce((sum, line) => sum + (line.quantityMilli ?? 0), 0),
      debitMinor: of.reduce((sum, line) => sum + line.debitMinor, 0),
      creditMinor: of.reduce((sum, line) => sum + line.creditMinor, 0),
    }));

/** The party's moves as the API names them: an answer disputes lines, and may agree to the rest. */
function presentMoves(actor: Actor, statement: Statement, openDisputes: number) {
  const open = openMoves(statement.status).filter((move) => mayMove(actor, statement, move));
  const names: [string, boolean][] = [
    ["view", open.includes("view")],
    ["confirm", open.includes(openDisputes > 0 ? "settle" : "confirm")],
    ["answer", open.includes("dispute")],
    ["reissue", open.includes("reissue")],
  ];
  return names.filter(([, may]) => may).map(([move]) => ({ move, open: true, reason: null }));
}

export const DisputeBrief = z
  .object({
    statement: z.string(),
    party: PartyBrief,
    period: z.string(),
    currency: z.string(),
    position: z.number().int(),
    docNo: z.string().nullable(),
    ourMinor: minor,
    theirMinor: minor.nullable(),
    reason: z.enum(disputeReasons),
    note: z.string().nullable(),
    status: z.enum(disputeStatuses),
    raisedAt: z.string(),
    answerDueAt: z.string(),
    late: z.boolean(),
  })
  .meta({ id: "Dispute" });
export type DisputeBrief = z.infer<typeof DisputeBrief>;
export const DisputesView = z.object({ items: z.array(DisputeBrief) });

export type DisputeRow = { dispute: Dispute; line: StatementLine; statement: Statement; party: Party };

export function presentDisputeRow(now: Date, { dispute, line, statement, party }: DisputeRow): DisputeBrief {
  const { reason, theirMinor, note, status, raisedAt, answerDueAt } = dispute;
  return {
    statement: statement.reference,
    party: presentBrief(party),
    period: statement.period,
    currency: statement.currency,
    position: line.position,
    docNo: line.docNo,
    ourMinor: line.debitMinor || line.creditMinor,
    ...{ reason, theirMinor, note, status },
    raisedAt: raisedAt.toISOString(),
    answerDueAt: answerDueAt.toISOString(),
    late: answerDueAt < now,
  };
}

export const MonthView = z.object({
  period: z.string(),
  issued: z.number().int(),
  confirmed: z.number().int(),
  waiting: z.number().int(),
  disputed: z.number().int(),
});
