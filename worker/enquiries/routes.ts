import { Hono } from "hono";
import type { Ctx } from "../context";
import { body, type Env, query, says } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { findEnquiry, listEnquiries } from "./enquiries";
import { EnquiryQuery, MoveEnquiry, SendEnquiry } from "./input";
import { moves } from "./lifecycle";
import { moveEnquiry } from "./moveEnquiry";
import {
  EnquiryBrief,
  EnquiryReceipt,
  EnquiryView,
  presentBriefEnquiry,
  presentEnquiry,
  presentReceipt,
} from "./output";
import { sendEnquiry } from "./sendEnquiry";
import { enquiryColumns } from "./table";

export const enquiryRoutes = new Hono<Env>()
  .get(
    "/",
    says("The enquiries in my reach, newest first", pageOf(EnquiryBrief)),
    query(EnquiryQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: EnquiryQuery) => {
        const { items, nextCursor } = await listEnquiries(ctx, input);
        return { items: items.map((row) => presentBriefEnquiry(ctx.actor, row, ctx.now)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json") return asTable(c, "enquiries", enquiryColumns, asked, read);
      return c.json(await read(asked));
    },
  )
  .post(
    "/",
    says("Send an enquiry, also as a visitor", EnquiryReceipt, 201),
    body(SendEnquiry),
    async (c) => {
      return c.json(presentReceipt(await sendEnquiry(c.var.ctx, c.req.valid("json"))), 201);
    },
  )
  .get("/:reference", says("One enquiry", EnquiryView), async (c) => {
    return c.json(await present(c.var.ctx, c.req.param("reference")));
  })
  .post(
    "/:reference/moves/:move",
    says("Take, answer or mark an enquiry", EnquiryView),
    body(MoveEnquiry),
    async (c) => {
      const { ctx } = c.var;
      const reference = c.req.param("reference");
      const move = moveParam(c.req.param("move"), moves);
      await moveEnquiry(ctx, reference, { move, input: c.req.valid("json") });
      return c.json(await present(ctx, reference));
    },
  );

async function present(ctx: Ctx, reference: string) {
  return presentEnquiry(ctx.actor, await findEnquiry(ctx, reference), ctx.now);
}
