import { and, isNull, sql } from "drizzle-orm";
import { notices } from "#schema/events";
import { isPartner, type Partner, type Staff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { iso } from "../http";
import { keepsMoney } from "../ledger/policy";
import { standingOf } from "../ledger/standing";
import { mine } from "../notices/notices";
import { statusFor } from "../orders/policy";
import { signedIn } from "../session/session";
import type { HomeView, PartnerHome, QueueName } from "./output";
import { queueQuery, queuesOf } from "./queues";
import { accountQueries, glanceQueries, waitingQueries } from "./waiting";

/** What waits for whoever asks, in one round trip. */
export async function home(ctx: Ctx): Promise<HomeView> {
  const actor = signedIn(ctx);
  return isPartner(actor) ? partnerHome(ctx, actor) : staffHome(ctx, actor);
}

const unreadQuery = (ctx: Ctx) =>
  ctx.db
    .select({ count: sql<number>`count(*)` })
    .from(notices)
    .where(and(mine(ctx), isNull(notices.readAt)));

async function staffHome(ctx: Ctx, actor: Staff): Promise<HomeView> {
  const named = Object.entries(queuesOf(actor, ctx.now)).filter(([, { mine: own }]) => own);
  const [unread, ...counted] = await ctx.db.batch([
    unreadQuery(ctx),
    ...named.map(([, queue]) => queueQuery(ctx, queue)),
  ]);
  const queues = named.map(([name], at) => {
    const { count = 0, oldest = null } = counted[at]?.[0] ?? {};
    return { name: name as QueueName, count, oldest: iso(oldest === null ? null : new Date(oldest)) };
  });
  return { unread: unread[0]?.count ?? 0, partner: null, staff: { queues } };
}

async function partnerHome(ctx: Ctx, actor: Partner): Promise<HomeView> {
  const [unread, statements, shipments, complaints, returns, orders, underWay, accounts, facts, named] =
    await ctx.db.batch([
      unreadQuery(ctx),
      ...waitingQueries(ctx, actor),
      ...glanceQueries(ctx, actor),
      ...accountQueries(ctx, actor),
    ]);
  const today = businessDate(ctx.now);
  const balances = accounts.map(({ id, currency }) => {
    const { balanceMinor, overdueMinor } = standingOf(
      facts.filter(({ accountId }) => accountId === id),
      named.filter(({ accountId }) => accountId === id),
      today,
    );
    return { currency, balanceMinor, overdueMinor };
  });
  const waiting: PartnerHome["waiting"] = [
    ...statements.map(({ issuedAt, confirmBy, period, ...row }) => ({
      ...row,
      noun: "statement" as const,
      since: issuedAt.toISOString(),
      due: confirmBy,
      about: period,
    })),
    ...shipments.map(({ at, waybillNo, blNo, ...row }) => ({
      ...row,
      noun: "shipment" as const,
      since: at.toISOString(),
      due: null,
      about: waybillNo ?? blNo,
    })),
    ...complaints.map(({ at, lotNo, ...row }) => ({
      ...row,
      noun: "complaint" as const,
      since: at.toISOString(),
      due: null,
      about: lotNo,
    })),
    ...returns.map(({ at, validUntil, ...row }) => ({
      ...row,
      noun: "return" as const,
      since: iso(at),
      due: validUntil,
      about: null,
    })),
  ];
  const shown = keepsMoney(actor) ? balances : null;
  const open = orders.map((order) => ({ ...order, status: statusFor(actor, order.status) }));
  const partner = { waiting, orders: open, shipments: underWay, balances: shown };
  return { unread: unread[0]?.count ?? 0, partner, staff: null };
}
