import { standingOf } from "#worker/ledger/standing";
import { statementNumber } from "#worker/reference";
import { figuresOf, linesOf, sealOf } from "#worker/statements/snapshot";
import { events, notices } from "../events";
import type { Entry } from "../ledger";
import { type Statement, statementLines, statements } from "../statements";
import type { StatementStatus } from "../words/statuses";
import type { Book } from "./books";
import type { Chance } from "./chance";
import { addDays, addMonths, addWorkdays, businessDate, clock, lastDay, monthOf } from "./days";
import { putDispute } from "./disputes";
import { putReach } from "./reach";
import { wakeForStatement } from "./wakeUps";
import type { World } from "./world";

/** A statement for every month with a movement or a balance, each answered in its own way. */
export async function putStatements(world: World, book: Book, rows: Entry[]) {
  const [first] = rows;
  const last = lastStated(world, book);
  for (
    let period = first ? monthOf(first.postingDate) : "9999-12";
    period <= last;
    period = addMonths(period, 1)
  ) {
    const byTheEnd = rows.filter(({ postingDate }) => postingDate <= lastDay(period));
    const month = byTheEnd.filter(({ postingDate }) => monthOf(postingDate) === period);
    const closing = byTheEnd.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
    if (month.length > 0 || closing !== 0) await putStatement(world, { book, period, byTheEnd, month });
  }
}

/** Xijin has still to answer the month of its story; one in twelve waits for finance to issue the last month. */
function lastStated(world: World, { told, id }: Book): string {
  if (told) return world.storyMonth;
  return world.chance(`unissued ${id}`).odds(1 / 12) ? addMonths(world.lastMonth, -1) : world.lastMonth;
}

type Month = { book: Book; period: string; byTheEnd: Entry[]; month: Entry[] };

async function putStatement(world: World, { book, period, byTheEnd, month }: Month) {
  const { payer, currency } = book;
  const issuedAt = issuedOn(world, book, period);
  if (issuedAt > world.now) return;
  const opening = byTheEnd
    .slice(0, byTheEnd.length - month.length)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const lines = linesOf(opening, month, new Set());
  const standing = standingOf(byTheEnd, [], businessDate(issuedAt));
  const head = {
    reference: statementNumber({ partyCode: payer.row.code, currency, period, version: 1 }),
    number: 1,
    accountId: book.id,
    partyId: payer.id,
    period,
    currency,
    ...figuresOf(opening, lines),
    overdueMinor: standing.overdueMinor,
    uninvoicedMinor: 0,
    unpaidInvoicesMinor: 0,
    undueBillsMinor: standing.undueBillsMinor,
    ageing: { ...standing.ageing, unallocated: standing.unallocatedMinor },
    heading: headingOf(world, book),
  };
  const luck = world.chance(`statement ${head.reference}`);
  const id = luck.id(issuedAt);
  const confirmBy = deadline(period, businessDate(issuedAt));
  const answer = answerOf(world, { book, period, issuedAt, confirmBy, luck });
  world.press.put(statements, {
    id,
    ...head,
    hash: await sealOf(head, lines),
    issuedAt,
    issuedBy: world.cast.staff.finance,
    confirmBy,
    ...answer,
  });
  wakeForStatement(world, { id, status: answer.status, confirmBy });
  for (const line of lines)
    world.press.put(statementLines, { id: `${id} ${line.position}`, statementId: id, ...line });
  putReach(world, { noun: "statement", recordId: id, at: issuedAt, party: payer });
  putFacts(world, { id, issuedAt, book, answer });
  putDispute(world, { id, lines: lines.length, answer, luck, raisedBy: payer.financeId });
  if (answer.status === "issued" || answer.status === "viewed")
    putNotice(world, { reference: head.reference, issuedAt, book });
}

/** Within the first days of the next month; Xijin's waited for the credit that is on it. */
function issuedOn(world: World, { told }: Book, period: string): Date {
  const usual = clock(addWorkdays(lastDay(period), 3), 10);
  const waits = told && period === world.storyMonth && period === world.lastMonth;
  const late = clock(addDays(world.today, -3), 10);
  return waits && late > usual ? late : usual;
}

const deadline = (period: string, issued: string) =>
  [`${addMonths(period, 1)}-15`, addDays(issued, 10)].sort()[1] ?? "";

type Issued = { book: Book; period: string; issuedAt: Date; confirmBy: string; luck: Chance };
export type Answer = Pick<Statement, "status"> & Partial<Statement>;

function answerOf(world: World, { book, period, issuedAt, confirmBy, luck }: Issued): Answer {
  const months = monthsBefore(period, world.lastMonth);
  const over = confirmBy < world.today;
  const untouched: Answer = { status: over ? "unconfirmed_overdue" : "issued" };
  if (book.told && period === world.storyMonth) return untouched;
  const old: readonly (readonly [StatementStatus, number])[] = book.told
    ? [["confirmed", 1]]
    : [
        ["confirmed", 93],
        ["unconfirmed_overdue", 5],
      ];
  const fresh: readonly (readonly [StatementStatus, number])[] = [
    ["confirmed", 62],
    ["unconfirmed_overdue", 16],
    ["disputed", 7],
    ["partially_confirmed", 3],
    ["viewed", 12],
  ];
  const drawn = luck.weighted(months > 1 ? old : fresh);
  if (drawn === "unconfirmed_overdue" || later(issuedAt, 20) > world.now) return untouched;
  if (drawn === "viewed") {
    const seen = { viewedAt: later(issuedAt, 20), viewedBy: book.payer.financeId };
    return { status: over ? "unconfirmed_overdue" : "viewed", ...seen };
  }
  const answeredAt = later(issuedAt, luck.int(20, 150));
  if (answeredAt > world.now) return untouched;
  const method = luck.weighted([
    ["portal", 60],
    ["sealed_scan", 35],
    ["paper", 5],
  ] as const);
  return {
    status: drawn,
    viewedAt: later(issuedAt, 5),
    viewedBy: book.payer.financeId,
    answeredAt,
    version: 3,
    answeredBy: method === "portal" || drawn === "disputed" ? book.payer.financeId : world.cast.staff.finance,
    ...(drawn !== "disputed" && {
      answerMethod: method,
      answerAddress: method === "portal" ? "198.51.100.7" : null,
    }),
  };
}

const later = (at: Date, hours: number) => new Date(at.getTime() + hours * 3_600_000);
const monthsBefore = (period: string, last: string) =>
  period >= last ? 0 : addMonths(period, 1) === last ? 1 : 2;

/** Names and numbers as the paper prints them. */
function headingOf({ cast: { company } }: World, { payer: { row } }: Book) {
  const us = company.row;
  return {
    companyZh: us.nameZh ?? null,
    companyEn: us.nameEn ?? null,
    companyTaxNo: us.uscc ?? us.taxNo ?? null,
    companyAddress: us.address ?? null,
    companyAddressEn: us.addressEn ?? null,
    companyBank: us.bank ?? null,
    companyBankAccount: us.bankAccount ?? null,
    partyCode: row.code,
    partyZh: row.nameZh ?? null,
    partyEn: row.nameEn ?? null,
    partyTaxNo: row.uscc ?? row.taxNo ?? null,
    partyAddress: row.address ?? null,
    partyAddressEn: row.addressEn ?? null,
    paymentTerm: row.paymentTerm ?? null,
  };
}

type Told = { id: string; issuedAt: Date; book: Book; answer: Answer };

function putFacts(world: World, { id, issuedAt, book, answer }: Told) {
  const fact = (
    type: string,
    at: Date | null | undefined,
    from: string | null,
    to: string,
    personId: string | null | undefined,
  ) => {
    if (at)
      world.press.put(events, {
        id: world.serial("event"),
        recordId: id,
        type: `statement.${type}`,
        at,
        personId: personId ?? null,
        partyId: book.payer.id,
        fromStatus: from,
        toStatus: to,
      });
  };
  const said = {
    confirmed: "confirmed",
    disputed: "disputed",
    partially_confirmed: "partly_confirmed",
  } as Partial<Record<StatementStatus, string>>;
  fact("issued", issuedAt, null, "issued", world.cast.staff.finance);
  fact("viewed", answer.viewedAt, "issued", "viewed", answer.viewedBy);
  fact(said[answer.status] ?? "", answer.answeredAt, "viewed", answer.status, answer.answeredBy);
}

function putNotice(
  world: World,
  { reference, issuedAt, book }: { reference: string; issuedAt: Date; book: Book },
) {
  for (const personId of new Set([book.payer.ownerId, book.payer.financeId])) {
    world.press.put(notices, {
      id: `${reference} ${personId}`,
      personId,
      partyId: book.payer.id,
      type: "statement.issued",
      noun: "statement",
      reference,
      at: issuedAt,
    });
  }
}
