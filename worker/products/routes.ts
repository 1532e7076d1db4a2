import { Hono } from "hono";
import { z } from "zod";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { body, type Env, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { asTable } from "../table";
import { addFamily } from "./addFamily";
import { addSku, moveSku, skuMoves } from "./addSku";
import {
  AddFamily,
  AddSku,
  CreateProduct,
  EditProduct,
  MoveProduct,
  ProductLanguage,
  ProductQuery,
} from "./input";
import { moves } from "./lifecycle";
import { moveProduct } from "./moveProduct";
import {
  FamilyView,
  ProductList,
  ProductView,
  presentBriefProduct,
  presentFamily,
  presentProduct,
} from "./output";
import { mayEdit } from "./policy";
import { findProduct, listFamilies, listProducts } from "./products";
import { createProduct, editProduct } from "./saveProduct";
import { productColumns } from "./table";

const Families = z.object({ items: z.array(FamilyView) });

export const productRoutes = new Hono<Env>()
  .get(
    "/",
    says("The catalogue, as far as I may see it, with my own prices", ProductList),
    query(ProductQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: ProductQuery) => {
        const { items, nextCursor, prices, families } = await listProducts(ctx, input);
        const briefs = items.map((row) => presentBriefProduct(row, prices));
        return {
          items: briefs,
          nextCursor,
          families: families.map(presentFamily),
          mayAdd: mayEdit(ctx.actor),
        };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "products", productColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post(
    "/",
    says("Start a product with its first draft", ProductView, 201),
    body(CreateProduct),
    async (c) => {
      const { ctx } = c.var;
      return c.json(await present(ctx, await createProduct(ctx, c.req.valid("json"))), 201);
    },
  )
  .get("/families", says("The families of the catalogue", Families), async (c) => {
    return c.json({ items: (await listFamilies(c.var.ctx)).map(presentFamily) });
  })
  .post("/families", says("Add a family", FamilyView, 201), body(AddFamily), async (c) => {
    const input = c.req.valid("json");
    await addFamily(c.var.ctx, input);
    return c.json({ code: input.code, nameZh: input.nameZh, nameEn: input.nameEn }, 201);
  })
  .get("/:reference", says("One product", ProductView), query(ProductLanguage), async (c) => {
    return c.json(await present(c.var.ctx, c.req.param("reference"), c.req.valid("query")));
  })
  .put("/:reference", says("Change the draft of a product", ProductView), body(EditProduct), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    const input = c.req.valid("json");
    await editProduct(ctx, reference, { ...input, version: input.version ?? seenVersion(c) });
    return c.json(await present(ctx, reference));
  })
  .post("/:reference/moves/:move", says("Move a product", ProductView), body(MoveProduct), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    const move = moveParam(c.req.param("move"), moves);
    await moveProduct(ctx, reference, { move, input: c.req.valid("json") });
    return c.json(await present(ctx, reference));
  })
  .post("/:reference/skus", says("Add an SKU", ProductView, 201), body(AddSku), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    await addSku(ctx, reference, c.req.valid("json"));
    return c.json(await present(ctx, reference), 201);
  })
  .post(
    "/:reference/skus/:code/moves/:move",
    says("Discontinue or resume an SKU", ProductView),
    async (c) => {
      const { ctx } = c.var;
      const { reference, code } = c.req.param();
      await moveSku(ctx, reference, { code, move: moveParam(c.req.param("move"), skuMoves) });
      return c.json(await present(ctx, reference));
    },
  );

async function present(ctx: Ctx, reference: string, asked: ProductLanguage = {}) {
  const forEditor = isStaff(ctx.actor) && !asked.live;
  return presentProduct(
    ctx.actor,
    await findProduct(ctx, reference, asked),
    forEditor ? null : businessDate(ctx.now),
  );
}
