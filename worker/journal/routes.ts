import { Hono } from "hono";
import { z } from "zod";
import { isStaff } from "../actor";
import { EventView, presentEvents } from "../events";
import { type Env, query, says } from "../http";
import { EventQuery } from "./input";
import { readJournal } from "./journal";

/** Those above a party learn that something happened, not what was said about it; of its file, nothing. */
export const eventRoutes = new Hono<Env>().get(
  "/",
  says("What happened to one record, oldest first", z.object({ items: z.array(EventView) })),
  query(EventQuery),
  async (c) => {
    const { ctx } = c.var;
    const asked = c.req.valid("query");
    const { rows, own } = await readJournal(ctx, asked);
    const items = presentEvents(rows, isStaff(ctx.actor));
    if (own) return c.json({ items });
    return c.json({ items: asked.noun === "party" ? [] : items.map((item) => ({ ...item, reason: null })) });
  },
);
