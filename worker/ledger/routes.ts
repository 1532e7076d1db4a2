import { Hono } from "hono";
import { z } from "zod";
import { body, type Env, maybeWords, query, says } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { enterEntry } from "./enter";
import { AccountQuery, ClosePeriod, EnterEntry, EntryQuery, ReverseEntry } from "./input";
import { findEntry, listAccounts, listEntries } from "./ledger";
import { AccountView, EntryView, PeriodsView, presentAccount, presentEntry } from "./output";
import { closePeriod, listClosedPeriods, reopenPeriod } from "./periods";
import { reverseEntry } from "./reverse";
import { entryColumns } from "./table";

const Reopen = z.strictObject({ reason: maybeWords(200) });

export const ledgerRoutes = new Hono<Env>()
  .get(
    "/",
    says("The entries of one account, newest first", pageOf(EntryView)),
    query(EntryQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: EntryQuery) => {
        const { items, nextCursor } = await listEntries(ctx, input);
        return { items: items.map((row) => presentEntry(ctx.actor, row)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "ledger", entryColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post(
    "/",
    says("Enter a receipt, a charge or a correction", EntryView, 201),
    body(EnterEntry),
    async (c) => {
      const { ctx } = c.var;
      const input = c.req.valid("json");
      await enterEntry(ctx, input);
      return c.json(presentEntry(ctx.actor, await findEntry(ctx, input.id)), 201);
    },
  )
  .get(
    "/accounts",
    says("The accounts in my reach, as they stand today", pageOf(AccountView)),
    query(AccountQuery),
    async (c) => {
      const { ctx } = c.var;
      const { items, nextCursor } = await listAccounts(ctx, c.req.valid("query"));
      return c.json({ items: items.map((row) => presentAccount(ctx.actor, row)), nextCursor });
    },
  )
  .get("/periods", says("The months that finance has closed", PeriodsView), async (c) =>
    c.json(await periods(c.var.ctx)),
  )
  .post(
    "/periods",
    says("Close a month for the whole company", PeriodsView),
    body(ClosePeriod),
    async (c) => {
      await closePeriod(c.var.ctx, c.req.valid("json"));
      return c.json(await periods(c.var.ctx));
    },
  )
  .post(
    "/periods/:period/moves/:move",
    says("Open a closed month again", PeriodsView),
    body(Reopen),
    async (c) => {
      moveParam(c.req.param("move"), ["reopen"]);
      await reopenPeriod(c.var.ctx, c.req.param("period"), c.req.valid("json").reason);
      return c.json(await periods(c.var.ctx));
    },
  )
  .get("/:id", says("One entry", EntryView), async (c) => {
    const { ctx } = c.var;
    return c.json(presentEntry(ctx.actor, await findEntry(ctx, c.req.param("id"))));
  })
  .post("/:id/moves/:move", says("Reverse an entry", EntryView), body(ReverseEntry), async (c) => {
    const { ctx } = c.var;
    moveParam(c.req.param("move"), ["reverse"]);
    await reverseEntry(ctx, c.req.param("id"), c.req.valid("json"));
    return c.json(presentEntry(ctx.actor, await findEntry(ctx, c.req.valid("json").id)));
  });

async function periods(ctx: Parameters<typeof listClosedPeriods>[0]) {
  const rows = await listClosedPeriods(ctx);
  return { items: rows.map(({ period, closedAt }) => ({ period, closedAt: closedAt.toISOString() })) };
}
