import { Hono } from "hono";
import type { Ctx } from "../context";
import { body, type Env, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { asTable } from "../table";
import { CreatePriceList, EditPriceList, MovePriceList, PriceListQuery } from "./input";
import { moves } from "./lifecycle";
import { PriceListPageView, PriceListView, presentBriefPriceList, presentPriceList } from "./output";
import { mayEdit } from "./policy";
import { findPriceList, listPriceLists, movePriceList } from "./priceLists";
import { createPriceList, editPriceList } from "./savePriceList";
import { priceListColumns } from "./table";

export const priceListRoutes = new Hono<Env>()
  .get(
    "/",
    says("The price lists, newest first (staff)", PriceListPageView),
    query(PriceListQuery),
    async (c) => {
      const read = async (input: PriceListQuery) => {
        const { items, nextCursor } = await listPriceLists(c.var.ctx, input);
        return { items: items.map(presentBriefPriceList), nextCursor, mayAdd: mayEdit(c.var.ctx.actor) };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "price-lists", priceListColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post("/", says("Draft a price list", PriceListView, 201), body(CreatePriceList), async (c) => {
    const { ctx } = c.var;
    const input = c.req.valid("json");
    await createPriceList(ctx, input);
    return c.json(await present(ctx, input.reference), 201);
  })
  .get("/:reference", says("One price list (staff)", PriceListView), async (c) => {
    return c.json(await present(c.var.ctx, c.req.param("reference")));
  })
  .put("/:reference", says("Change a drafted price list", PriceListView), body(EditPriceList), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    const input = c.req.valid("json");
    await editPriceList(ctx, reference, { ...input, version: input.version ?? seenVersion(c) });
    return c.json(await present(ctx, reference));
  })
  .post(
    "/:reference/moves/:move",
    says("Publish or withdraw a price list", PriceListView),
    body(MovePriceList),
    async (c) => {
      const { ctx } = c.var;
      const reference = c.req.param("reference");
      const move = moveParam(c.req.param("move"), moves);
      await movePriceList(ctx, reference, { move, input: c.req.valid("json") });
      return c.json(await present(ctx, reference));
    },
  );

const present = async (ctx: Ctx, reference: string) =>
  presentPriceList(ctx.actor, await findPriceList(ctx, reference));
