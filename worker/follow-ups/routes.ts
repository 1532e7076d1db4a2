import { Hono } from "hono";
import { body, type Env, type HonoContext, query, says } from "../http";
import { pageOf } from "../page";
import { asTable } from "../table";
import { recordCall, waiveFollowUp } from "./call";
import { findFollowUp, listFollowUps, satisfactionIn } from "./followUps";
import { FollowUpQuery, MonthQuery, RecordCall, WaiveFollowUp } from "./input";
import {
  FiguresView,
  FollowUpBrief,
  FollowUpView,
  presentBriefFollowUp,
  presentFigures,
  presentFollowUp,
} from "./output";
import { followUpColumns } from "./table";

export const followUpRoutes = new Hono<Env>()
  .get(
    "/",
    says("The follow-up calls in my reach", pageOf(FollowUpBrief)),
    query(FollowUpQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: FollowUpQuery) => {
        const { items, nextCursor } = await listFollowUps(ctx, input);
        return { items: items.map((row) => presentBriefFollowUp(row, ctx.now)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "follow-ups", followUpColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .get(
    "/satisfaction",
    says("How satisfied customers were in a month", FiguresView),
    query(MonthQuery),
    async (c) => {
      const { month } = c.req.valid("query");
      return c.json(presentFigures(month, await satisfactionIn(c.var.ctx, month)));
    },
  )
  .get("/:reference", says("One follow-up", FollowUpView), async (c) =>
    c.json(await shown(c, c.req.param("reference"))),
  )
  .post("/:reference/calls", says("Record a call", FollowUpView), body(RecordCall), async (c) => {
    await recordCall(c.var.ctx, c.req.param("reference"), c.req.valid("json"));
    return c.json(await shown(c, c.req.param("reference")));
  })
  .post("/:reference/moves/waive", says("Let a call go", FollowUpView), body(WaiveFollowUp), async (c) => {
    await waiveFollowUp(c.var.ctx, c.req.param("reference"), c.req.valid("json"));
    return c.json(await shown(c, c.req.param("reference")));
  });

const shown = async (c: HonoContext, reference: string) =>
  presentFollowUp(c.var.ctx.actor, await findFollowUp(c.var.ctx, reference), c.var.ctx.now);
