import { Hono } from "hono";
import { z } from "zod";
import { type Actor, isStaff } from "../actor";
import { amongUs, shownChange } from "../complaints/output";
import { EventView, presentEvents } from "../events";
import { type Env, query, says } from "../http";
import { discreet } from "../orders/output";
import { EventQuery, type JournalNoun } from "./input";
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
    const told = rows.filter(({ type }) => isStaff(ctx.actor) || !amongUs.includes(type));
    const items = presentEvents(told, isStaff(ctx.actor)).map((fact) => inWords(ctx.actor, asked.noun, fact));
    if (own) return c.json({ items });
    return c.json({ items: asked.noun === "party" ? [] : items.map((item) => ({ ...item, reason: null })) });
  },
);

/** Where a record stood is told here in the same words as on its own page. */
function inWords(actor: Actor, noun: JournalNoun, fact: EventView): EventView {
  if (noun === "order") return discreet(actor, fact);
  return noun === "complaint" ? { ...fact, ...shownChange(actor, fact) } : fact;
}
