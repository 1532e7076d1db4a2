import { Hono } from "hono";
import type { Ctx } from "../context";
import { body, type Env, query, says } from "../http";
import { moveParam } from "../moves";
import { PageQuery, pageOf } from "../page";
import { asTable } from "../table";
import { answerStatement, confirmStatement, viewStatement } from "./answer";
import { disputeMoves, moveDispute } from "./disputes";
import { AnswerDispute, IssueStatement, MonthQuery, MoveStatement, RunMonth, StatementQuery } from "./input";
import { issueStatement } from "./issue";
import {
  DisputesView,
  MonthView,
  presentBriefStatement,
  presentDisputeRow,
  presentStatement,
  StatementBrief,
  StatementView,
} from "./output";
import { reissueStatement } from "./reissue";
import { runMonth } from "./run";
import { countMonth, findStatement, listOpenDisputes, listStatements, referenceOf } from "./statements";
import { paperColumns, paperRows, statementColumns } from "./table";

/** One statement has no pages; only the form of the answer can be chosen. */
const Format = PageQuery.pick({ format: true });
const moves = ["view", "confirm", "answer", "reissue"] as const;

export const statementRoutes = new Hono<Env>()
  .get(
    "/",
    says("The statements in my reach, newest first", pageOf(StatementBrief)),
    query(StatementQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: StatementQuery) => {
        const { items, nextCursor } = await listStatements(ctx, input);
        return { items: items.map(presentBriefStatement), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "statements", statementColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post("/", says("Issue one account's month", StatementView, 201), body(IssueStatement), async (c) => {
    const { ctx } = c.var;
    const input = c.req.valid("json");
    await issueStatement(ctx, input);
    return c.json(await presented(ctx, await referenceOf(ctx, input.id)), 201);
  })
  .get("/months", says("How far a month is", MonthView), query(MonthQuery), async (c) =>
    c.json(await countMonth(c.var.ctx, c.req.valid("query").period)),
  )
  .post(
    "/months",
    says("Issue a month for every account that has none yet", MonthView),
    body(RunMonth),
    async (c) => {
      const { ctx } = c.var;
      const input = c.req.valid("json");
      await runMonth(ctx, input);
      return c.json(await countMonth(ctx, input.period));
    },
  )
  .get("/disputes", says("Disputes that wait for our answer, by their clock", DisputesView), async (c) => {
    const { ctx } = c.var;
    const rows = await listOpenDisputes(ctx);
    return c.json({ items: rows.map((row) => presentDisputeRow(ctx.now, row)) });
  })
  .get("/:reference", says("One statement", StatementView), query(Format), async (c) => {
    const statement = await presented(c.var.ctx, c.req.param("reference"));
    const asked = c.req.valid("query");
    const all = async () => ({ items: paperRows(statement), nextCursor: null });
    if (asked.format !== "json")
      return asTable(c, statement.reference, paperColumns, { ...asked, limit: 100 }, all);
    return c.json(statement);
  })
  .post(
    "/:reference/moves/:move",
    says("Answer a statement, or issue it again", StatementView),
    body(MoveStatement),
    async (c) => {
      const { ctx } = c.var;
      const reference = c.req.param("reference");
      const input = c.req.valid("json");
      const move = moveParam(c.req.param("move"), moves);
      if (move === "reissue")
        return c.json(await presented(ctx, await reissueStatement(ctx, reference, input)));
      if (move === "view") await viewStatement(ctx, reference);
      if (move === "confirm") await confirmStatement(ctx, reference, input);
      if (move === "answer") await answerStatement(ctx, reference, input);
      return c.json(await presented(ctx, reference));
    },
  )
  .post(
    "/:reference/lines/:position/moves/:move",
    says("Answer a disputed line", StatementView),
    body(AnswerDispute),
    async (c) => {
      const { ctx } = c.var;
      const reference = c.req.param("reference");
      const position = Number(c.req.param("position"));
      const move = moveParam(c.req.param("move"), disputeMoves);
      await moveDispute(ctx, { reference, position }, move, c.req.valid("json"));
      return c.json(await presented(ctx, reference));
    },
  );

const presented = async (ctx: Ctx, reference: string) =>
  presentStatement(ctx.actor, await findStatement(ctx, reference));
