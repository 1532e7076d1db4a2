import { Hono } from "hono";
import { body, type Env, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { MoveOrder, OfferQuery, OrderQuery, PlaceOrder } from "./input";
import { moves } from "./lifecycle";
import { moveOrder } from "./move";
import { OrderOffer, offerFor } from "./offer";
import { findOrder, listOrders } from "./orders";
import { OrderBrief, OrderView, presentBriefOrder, presentOrder } from "./output";
import { placeOrder } from "./place";
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
        return { items: items.map((row) => presentBriefOrder(ctx, row)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "orders", orderColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post("/", says("Place an order", OrderView, 201), body(PlaceOrder), async (c) => {
    const { ctx } = c.var;
    const reference = await placeOrder(ctx, c.req.valid("json"));
    return c.json(presentOrder(ctx, await findOrder(ctx, reference)), 201);
  })
  .get(
    "/offer",
    says("What I may order, where to and at which price", OrderOffer),
    query(OfferQuery),
    async (c) => c.json(await offerFor(c.var.ctx, c.req.valid("query"))),
  )
  .get("/:reference", says("One order", OrderView), async (c) => {
    const { ctx } = c.var;
    return c.json(presentOrder(ctx, await findOrder(ctx, c.req.param("reference"))));
  })
  .post("/:reference/moves/:move", says("Move an order", OrderView), body(MoveOrder), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    const input = c.req.valid("json");
    const move = moveParam(c.req.param("move"), moves);
    await moveOrder(ctx, reference, move, { ...input, version: seenVersion(c) ?? input.version });
    return c.json(presentOrder(ctx, await findOrder(ctx, reference)));
  });
