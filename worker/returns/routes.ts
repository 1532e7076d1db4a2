import { Hono } from "hono";
import { body, type Env, type HonoContext, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { MoveReturn, RequestReturn, ReturnQuery } from "./input";
import { moves } from "./lifecycle";
import { moveReturn } from "./move";
import { presentBriefReturn, presentReturn, ReturnBrief, ReturnView } from "./output";
import { requestReturn } from "./request";
import { findReturn, listReturns } from "./returns";
import { returnColumns } from "./table";

export const returnRoutes = new Hono<Env>()
  .get(
    "/",
    says("The returns in my reach, newest first", pageOf(ReturnBrief)),
    query(ReturnQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (asked: ReturnQuery) => {
        const { items, nextCursor } = await listReturns(ctx, asked);
        return { items: items.map((row) => presentBriefReturn(ctx.actor, row)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "returns", returnColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post("/", says("Ask to send goods back", ReturnView, 201), body(RequestReturn), async (c) => {
    const reference = await requestReturn(c.var.ctx, c.req.valid("json"));
    return c.json(await view(c, reference), 201);
  })
  .get("/:reference", says("One return", ReturnView), async (c) =>
    c.json(await view(c, c.req.param("reference"))),
  )
  .post("/:reference/moves/:move", says("Move a return", ReturnView), body(MoveReturn), async (c) => {
    const reference = c.req.param("reference");
    const said = c.req.valid("json");
    const version = seenVersion(c) ?? said.version;
    await moveReturn(c.var.ctx, reference, moveParam(c.req.param("move"), moves), { ...said, version });
    return c.json(await view(c, reference));
  });

const view = async (c: HonoContext, reference: string) =>
  presentReturn(c.var.ctx.actor, await findReturn(c.var.ctx, reference));
