import { Hono } from "hono";
import { body, type Env, query, says } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { MoveOrder, OrderQuery } from "./input";
import { moves } from "./lifecycle";
import { findOrder, listOrders, moveOrder } from "./orders";
import { OrderBrief, OrderView, presentBriefOrder, presentOrder } from "./output";
import { orderColumns } from "./table";

export const orderRoutes = new Hono<Env>()
  .get(
    "/",
    says("The orders in my reach, newest first", pageOf(OrderBrief)),
    query(OrderQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: OrderQuery) => {
        const { items, nextCursor } = await listOrders(ctx, input);
        return { items: items.map((row) => presentBriefOrder(ctx.actor, row)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "orders", orderColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .get("/:reference", says("One order", OrderView), async (c) => {
    const { ctx } = c.var;
    return c.json(presentOrder(ctx.actor, await findOrder(ctx, c.req.param("reference"))));
  })
  .post("/:reference/moves/:move", says("Move an order", OrderView), body(MoveOrder), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    await moveOrder(ctx, reference, moveParam(c.req.param("move"), moves), c.req.valid("json"));
    return c.json(presentOrder(ctx.actor, await findOrder(ctx, reference)));
  });
