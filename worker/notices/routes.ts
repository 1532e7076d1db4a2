import { Hono } from "hono";
import { z } from "zod";
import { type Env, query, says } from "../http";
import { pageOf } from "../page";
import { NoticeQuery } from "./input";
import { listNotices, readAllNotices, readNotice } from "./notices";
import { NoticeView, presentNotice } from "./output";

const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

export const noticeRoutes = new Hono<Env>()
  .get("/", says("What I was told, newest first", pageOf(NoticeView)), query(NoticeQuery), async (c) => {
    const { items, nextCursor } = await listNotices(c.var.ctx, c.req.valid("query"));
    return c.json({ items: items.map(presentNotice), nextCursor });
  })
  .post("/moves/read", says("Mark all my notices as read", Done), async (c) => {
    await readAllNotices(c.var.ctx);
    return c.json(done);
  })
  .post("/:id/moves/read", says("Mark a notice as read", Done), async (c) => {
    await readNotice(c.var.ctx, c.req.param("id"));
    return c.json(done);
  });
