import { env, waitUntil } from "cloudflare:workers";
import { cf } from "@astrojs/cloudflare/hono";
import type { R2Bucket } from "@cloudflare/workers-types";
import { createClient } from "@libsql/client/web";
import { drizzle } from "drizzle-orm/libsql/web";
import type { ExecutionContext, Hono } from "hono";
import * as schema from "#schema/index";
import { bucketStore } from "./bucket";
import type { Host } from "./host";
import { runDueJobs } from "./jobs";
import { mailerFor } from "./mailer";
import { readEdge } from "./settings";
import { createSite } from "./site";

type Bindings = { FILES: R2Bucket };

// The requests of one isolate share these two; neither holds anything of a request.
let host: Host | undefined;
let site: Hono | undefined;

export default {
  fetch(request: Request, bindings: Bindings, context: ExecutionContext) {
    host ??= openEdge(bindings);
    site ??= createSite(host, cf());
    return site.fetch(named(request), bindings, context);
  },
  async scheduled(_tick: unknown, bindings: Bindings) {
    host ??= openEdge(bindings);
    await runDueJobs(host);
  },
};

function openEdge({ FILES }: Bindings): Host {
  const edge = readEdge(env);
  const demo = edge.DEMO !== "none";
  // Without a queue of its own: a request must never wait for a promise of another one.
  const client = createClient({
    url: edge.DATABASE_URL,
    authToken: edge.DATABASE_AUTH_TOKEN,
    concurrency: Number.MAX_SAFE_INTEGER,
  });
  return {
    client,
    db: drizzle(client, { schema }),
    files: bucketStore(FILES),
    mailer: mailerFor({ smtpUrl: edge.SMTP_URL, from: edge.MAIL_FROM, publicUrl: edge.PUBLIC_URL, demo }),
    settings: { publicUrl: edge.PUBLIC_URL, authSecret: edge.AUTH_SECRET, demo },
    now: () => new Date(),
    waitUntil,
  };
}

/** Says who is asking, in a header that the one who asks cannot write. */
function named(request: Request): Request {
  const headers = new Headers(request.headers);
  headers.set("x-client-address", headers.get("cf-connecting-ip") ?? "");
  return new Request(request, { headers });
}
