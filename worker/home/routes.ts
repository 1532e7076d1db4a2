import { Hono } from "hono";
import { type Env, says } from "../http";
import { home } from "./home";
import { HomeView } from "./output";

export const homeRoutes = new Hono<Env>().get("/", says("What waits for me", HomeView), async (c) =>
  c.json(await home(c.var.ctx)),
);
