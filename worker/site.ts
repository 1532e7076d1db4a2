import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { createApp } from "./api";
import type { Host } from "./host";
import { refuseForeignForms } from "./origin";
import { pages, portal } from "./portal";

// The outermost wall, for a form full of photos; what one file may weigh is decided where files are taken.
const requestLimit = 64 * 1024 * 1024;

/** The API answers first, as it needs nothing of what a page needs; all other paths are the portal's. */
export function createSite(host: Host, ...beforePages: MiddlewareHandler[]): Hono {
  const app = createApp(host);
  const site = new Hono();
  site.use(refuseForeignForms(host.settings.publicUrl), bodyLimit({ maxSize: requestLimit }));
  for (const path of ["/api/v1/*", "/healthz", "/readyz"]) site.all(path, (c) => app.fetch(c.req.raw));
  for (const step of beforePages) site.use(step);
  site.use(portal(app, host), pages);
  return site;
}
