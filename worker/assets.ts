import { existsSync, readdirSync } from "node:fs";
import { join, sep } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import type { MiddlewareHandler } from "hono";

/** Serves the files of the built portal; a path that is none of them costs no look at the disk. */
export function assets(folder: string): MiddlewareHandler {
  const paths = new Set(filesIn(folder));
  const serve = serveStatic({
    root: folder,
    onFound: (_path, c) => c.header("cache-control", cacheOf(c.req.path)),
  });
  return (c, next) => (paths.has(c.req.path) ? serve(c, next) : next());
}

function filesIn(folder: string) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).split(sep).join("/"));
}

// Names under /_astro/ carry a hash of the content.
const cacheOf = (path: string) =>
  path.startsWith("/_astro/") ? "public, max-age=31536000, immutable" : "public, max-age=3600";
