import { Hono } from "hono";
import { z } from "zod";
import { isStaff } from "../actor";
import { body, type Env, type HonoContext, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { ComplaintBrief, presentBriefComplaint } from "./brief";
import { listComplaints, queueOfComplaints } from "./complaints";
import { findComplaint } from "./find";
import { answerTask, recordAppraisal } from "./findings";
import { guestLink } from "./guestLink";
import {
  AnswerTask,
  ComplaintQuery,
  GuestComplaint,
  MoveComplaint,
  QueueQuery,
  RecordAppraisal,
  SendAnswer,
  SendMessage,
  SubmitComplaint,
  WriteNote,
} from "./input";
import { moves } from "./lifecycle";
import { moveComplaint } from "./move";
import { ComplaintView, GuestReceipt, presentComplaint } from "./output";
import { submitAsGuest, submitComplaint } from "./submit";
import { complaintColumns } from "./table";
import { sendAnswer, sendMessage, writeNote } from "./talk";

const Queue = z.object({ items: z.array(ComplaintBrief) });

export const complaintRoutes = new Hono<Env>()
  .get(
    "/",
    says("The complaints in my reach, newest first", pageOf(ComplaintBrief)),
    query(ComplaintQuery),
    async (c) => {
      const { ctx } = c.var;
      const read = async (input: ComplaintQuery) => {
        const { items, nextCursor } = await listComplaints(ctx, input);
        return { items: items.map((row) => presentBriefComplaint(ctx.actor, row, ctx.now)), nextCursor };
      };
      const asked = c.req.valid("query");
      if (asked.format !== "json")
        return asTable(c, "complaints", complaintColumns(isStaff(ctx.actor)), asked, read);
      return c.json(await read(asked));
    },
  )
  .post("/", says("Make a complaint", ComplaintView, 201), body(SubmitComplaint), async (c) =>
    c.json(await shown(c, await submitComplaint(c.var.ctx, c.req.valid("json"))), 201),
  )
  .post(
    "/guest",
    says("Make a complaint without an account", GuestReceipt, 201),
    body(GuestComplaint),
    async (c) => {
      const { ctx } = c.var;
      const input = c.req.valid("json");
      const reference = await submitAsGuest(ctx, input);
      return c.json({ reference, ...(await guestLink(ctx, input.id)) }, 201);
    },
  )
  .get(
    "/queue",
    says("What is open, by the clock that runs out first", Queue),
    query(QueueQuery),
    async (c) => {
      const { ctx } = c.var;
      const rows = await queueOfComplaints(ctx, c.req.valid("query"));
      return c.json({ items: rows.map((row) => presentBriefComplaint(ctx.actor, row, ctx.now)) });
    },
  )
  .get("/:reference", says("One complaint", ComplaintView), async (c) =>
    c.json(await shown(c, c.req.param("reference"))),
  )
  .post(
    "/:reference/moves/:move",
    says("Move a complaint", ComplaintView),
    body(MoveComplaint),
    async (c) => {
      const reference = c.req.param("reference");
      const input = c.req.valid("json");
      const version = input.version ?? seenVersion(c);
      await moveComplaint(c.var.ctx, reference, moveParam(c.req.param("move"), moves), { ...input, version });
      return c.json(await shown(c, reference));
    },
  )
  .post(
    "/:reference/messages",
    says("Write to the complainant", ComplaintView),
    body(SendMessage),
    async (c) => {
      await sendMessage(c.var.ctx, c.req.param("reference"), c.req.valid("json"));
      return c.json(await shown(c, c.req.param("reference")));
    },
  )
  .post(
    "/:reference/answers",
    says("Write as the complainant", ComplaintView),
    body(SendAnswer),
    async (c) => {
      await sendAnswer(c.var.ctx, c.req.param("reference"), c.req.valid("json"));
      return c.json(await shown(c, c.req.param("reference")));
    },
  )
  .post(
    "/:reference/notes",
    says("Note something for staff only", ComplaintView),
    body(WriteNote),
    async (c) => {
      await writeNote(c.var.ctx, c.req.param("reference"), c.req.valid("json"));
      return c.json(await shown(c, c.req.param("reference")));
    },
  )
  .put(
    "/:reference/tasks/:task/finding",
    says("Answer for a department", ComplaintView),
    body(AnswerTask),
    async (c) => {
      const { reference, task } = c.req.param();
      await answerTask(c.var.ctx, reference, { taskId: task, ...c.req.valid("json") });
      return c.json(await shown(c, reference));
    },
  )
  .post(
    "/:reference/appraisals",
    says("Record a technical appraisal", ComplaintView),
    body(RecordAppraisal),
    async (c) => {
      await recordAppraisal(c.var.ctx, c.req.param("reference"), c.req.valid("json"));
      return c.json(await shown(c, c.req.param("reference")));
    },
  );

const shown = async (c: HonoContext, reference: string) =>
  presentComplaint(c.var.ctx.actor, await findComplaint(c.var.ctx, reference));
