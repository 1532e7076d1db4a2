import { Hono } from "hono";
import { type Env, query, says } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { JobQuery } from "./input";
import { listJobs, retryJob } from "./outbox";
import { JobView, presentJob } from "./output";

export const jobRoutes = new Hono<Env>()
  .get(
    "/",
    says("The work that runs by itself, latest due first", pageOf(JobView)),
    query(JobQuery),
    async (c) => {
      const { ctx } = c.var;
      const { items, nextCursor } = await listJobs(ctx, c.req.valid("query"));
      return c.json({ items: items.map((job) => presentJob(job, ctx.now)), nextCursor });
    },
  )
  .post("/:id/moves/:move", says("Start a failed job again", JobView), async (c) => {
    const { ctx } = c.var;
    moveParam(c.req.param("move"), ["retry"]);
    return c.json(presentJob(await retryJob(ctx, c.req.param("id")), ctx.now));
  });
