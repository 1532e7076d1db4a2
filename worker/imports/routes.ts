import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { z } from "zod";
import { importLimits } from "#schema/imports";
import type { Ctx } from "../context";
import { body, type Env, form, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { applyImport } from "./apply";
import { findImport, listImports, mayCome, uploadImport } from "./imports";
import { ImportQuery, MoveImport, UploadImport } from "./input";
import { moves } from "./lifecycle";
import {
  ImportBrief,
  ImportView,
  MappingView,
  presentBriefImport,
  presentImport,
  presentMappings,
} from "./output";
import { refused, tooManyBytes } from "./sheets";
import { importColumns } from "./table";

// The form around the files weighs a little too; the files themselves are weighed by the verb.
const wholeForm = bodyLimit({
  maxSize: importLimits.bytes + 64 * 1024,
  onError: () => {
    throw refused("too_large", tooManyBytes);
  },
});

export const importRoutes = new Hono<Env>()
  .get("/", says("The imports, newest first", pageOf(ImportBrief)), query(ImportQuery), async (c) => {
    const { ctx } = c.var;
    const read = async (asked: ImportQuery) => {
      const { items, nextCursor } = await listImports(ctx, asked);
      return { items: items.map(presentBriefImport), nextCursor };
    };
    const asked = c.req.valid("query");
    if (asked.format !== "json") return asTable(c, "imports", importColumns, asked, read);
    return c.json(await read(asked));
  })
  .post(
    "/",
    says("Upload files and see what they would do", ImportView, 201),
    wholeForm,
    form(UploadImport),
    async (c) => {
      const { ctx } = c.var;
      return c.json(await view(ctx, await uploadImport(ctx, c.req.valid("form"))), 201);
    },
  )
  .get("/mappings", says("What may be uploaded, and under which headings", z.array(MappingView)), (c) => {
    mayCome(c.var.ctx);
    return c.json(presentMappings());
  })
  .get("/:reference", says("One import", ImportView), async (c) =>
    c.json(await view(c.var.ctx, c.req.param("reference"))),
  )
  .post("/:reference/moves/:move", says("Apply an import", ImportView), body(MoveImport), async (c) => {
    const { ctx } = c.var;
    const reference = c.req.param("reference");
    moveParam(c.req.param("move"), moves);
    const { version } = c.req.valid("json");
    await applyImport(ctx, reference, { version: seenVersion(c) ?? version });
    return c.json(await view(ctx, reference));
  });

const view = async (ctx: Ctx, reference: string) => presentImport(await findImport(ctx, reference));
