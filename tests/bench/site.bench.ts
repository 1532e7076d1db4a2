import { spawnSync } from "node:child_process";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, test } from "vitest";
import { startHrana } from "../edge/hrana";
import { startBaseline } from "./baseline";
import { measure, tableOf } from "./load";
import { type Server, signIn, startServer } from "./server";

const file = ".data/bench.db";
const profile = process.env.BENCH_DEMO ?? "load";
const dealer = "owner@xijin.example";

let site: Server;
let cookie: string;
beforeAll(async () => {
  site = await startServer({ DATABASE_URL: `file:${file}`, FILES_DIR: ".data/bench-files", DEMO: profile });
  cookie = await signIn(site.url, dealer);
}, 1_800_000);
afterAll(() => site.close());

/** The dealer's newest order and statement, and what a complaint of theirs would say. */
async function subjects() {
  const ask = async (path: string) =>
    (await fetch(`${site.url}/api/v1${path}`, { headers: { cookie } })).json();
  const [orders, statements] = await Promise.all([ask("/orders?limit=1"), ask("/statements?limit=1")]);
  return { order: orders.items[0].reference as string, statement: statements.items[0].reference as string };
}

test("latency and throughput", async () => {
  const baseline = await startBaseline(`file:${file}`);
  const { order, statement } = await subjects();
  const api = (path: string) => ({ url: `${site.url}/api/v1${path}`, cookie });
  const page = (path: string) => ({ url: `${site.url}${path}`, cookie });
  const complaint = () =>
    JSON.stringify({
      id: crypto.randomUUID(),
      class: "service",
      lotNo: "261105-A07-2",
      description: "断头多,请尽快查看。",
    });
  const rows = [
    await measure({ what: "empty Hono route", url: `${baseline.url}/empty` }),
    await measure({ what: "bare query of 20 rows", url: `${baseline.url}/rows` }),
    await measure({ what: "order list, API", ...api("/orders") }),
    await measure({ what: "order list, page", ...page("/orders") }),
    await measure({ what: "order, API", ...api(`/orders/${order}`) }),
    await measure({ what: "order, page", ...page(`/orders/${order}`) }),
    await measure({ what: "statement, API", ...api(`/statements/${statement}`) }),
    await measure({ what: "statement, page", ...page(`/statements/${statement}`) }),
    await measure({ what: "catalogue search, API", ...api("/products?q=低弹") }),
    await measure({ what: "catalogue search, page", url: `${site.url}/zh/catalogue?q=低弹` }),
    await measure({ what: "complaint sent, API", ...api("/complaints"), body: complaint }),
  ];
  baseline.close();
  console.log(tableOf(rows));
});

test("database round trips per page", async () => {
  const database = await startHrana({ path: file });
  const remote = await startServer({
    DATABASE_URL: database.url,
    FILES_DIR: ".data/bench-files",
    DEMO: profile,
  });
  const { order, statement } = await subjects();
  const mine = await signIn(remote.url, dealer);
  for (const path of [
    "/",
    "/orders",
    `/orders/${order}`,
    `/statements/${statement}`,
    "/zh/catalogue?q=低弹",
    "/complaints",
  ]) {
    const before = database.seen.requests;
    await fetch(`${remote.url}${path}`, { headers: { cookie: mine } });
    console.log(`${path}: ${database.seen.requests - before} round trips`);
  }
  remote.close();
  await database.close();
});

test("bytes of the main pages", async () => {
  const { order, statement } = await subjects();
  const paths = ["/", "/orders", `/orders/${order}`, `/statements/${statement}`, "/complaints/new"];
  for (const path of paths) {
    const html = await (await fetch(`${site.url}${path}`, { headers: { cookie } })).text();
    const styles = await sizeOf(html, /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g);
    const scripts = await sizeOf(html, /<script[^>]+src="([^"]+)"/g);
    console.log(`${path}: HTML ${gzipSync(html).length}, CSS ${styles}, JS ${scripts} bytes (gzip)`);
  }
});

async function sizeOf(html: string, links: RegExp) {
  const sizes = [...html.matchAll(links)].map(async ([, href]) => {
    const reply = await fetch(new URL(href ?? "", site.url));
    return gzipSync(new Uint8Array(await reply.arrayBuffer())).length;
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

test("the Worker's weight", () => {
  spawnSync(process.execPath, ["worker/start/run.mjs", "build:edge"], { stdio: "inherit" });
  const told = spawnSync(
    process.execPath,
    ["node_modules/wrangler/bin/wrangler.js", "deploy", "--dry-run", "-c", "dist/edge/server/wrangler.json"],
    { encoding: "utf8", env: { ...process.env, CLOUDFLARE_CF_FETCH_ENABLED: "false" } },
  );
  console.log(/Total Upload:.*/.exec(told.stdout)?.[0] ?? told.stderr);
});
