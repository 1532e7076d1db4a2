import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { openStream, type Reply, type Stream } from "./stream";
import { type Failure, failure, type Request } from "./wire";

export type Hrana = {
  url: string;
  /** What reached the database since the start. */
  seen: { requests: number; statements: string[] };
  close(): Promise<void>;
};
type Options = { path: string; authToken?: string; latencyMs?: number; idleMs?: number; busyMs?: number };
type Outcome = { type: "ok"; response: Reply } | { type: "error"; error: Failure };
type Answer = { status: number; body?: unknown };

/** A libSQL server over one database file, for tests: streams, batons, conditions, waiting writers. */
export async function startHrana(options: Options): Promise<Hrana> {
  const seen: Hrana["seen"] = { requests: 0, statements: [] };
  const streams = new Map<string, Stream>();
  const { idleMs = 10_000 } = options;

  const sweep = setInterval(() => {
    for (const [baton, stream] of streams) if (Date.now() - stream.usedAt > idleMs) drop(streams, baton);
  }, 250);
  sweep.unref();

  const server = createServer(async (incoming, outgoing) => {
    const { status, body } = await answer(incoming, options, streams, seen);
    outgoing.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // A TCP server has one.
    seen,
    async close() {
      clearInterval(sweep);
      for (const baton of streams.keys()) drop(streams, baton);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function drop(streams: Map<string, Stream>, baton: string) {
  streams.get(baton)?.close();
  streams.delete(baton);
}

async function answer(
  incoming: IncomingMessage,
  options: Options,
  streams: Map<string, Stream>,
  seen: Hrana["seen"],
): Promise<Answer> {
  if (incoming.method === "GET") return { status: /^\/v[23]$/.test(incoming.url ?? "") ? 200 : 404 };
  if (!/^\/v[23]\/pipeline$/.test(incoming.url ?? "")) return { status: 404 };
  const { authToken, latencyMs } = options;
  if (authToken && incoming.headers.authorization !== `Bearer ${authToken}`) {
    return { status: 401, body: { message: "Unauthorized", code: "AUTH_FAILED" } };
  }
  seen.requests += 1;
  if (latencyMs) await pause(latencyMs);

  const { baton, requests } = JSON.parse(await text(incoming)) as { baton?: string; requests: Request[] };
  const stream = baton ? streams.get(baton) : openStream(options.path, (sql) => seen.statements.push(sql));
  if (!stream) return { status: 400, body: { message: "The stream has expired", code: "STREAM_EXPIRED" } };
  if (baton) streams.delete(baton); // Each answer carries a new one.
  const results: Outcome[] = [];
  for (const request of requests) results.push(await outcome(stream, request, options.busyMs ?? 5_000));
  return { status: 200, body: { baton: keep(stream, requests, streams), base_url: null, results } };
}

function keep(stream: Stream, requests: Request[], streams: Map<string, Stream>) {
  if (requests.some(({ type }) => type === "close")) {
    stream.close();
    return null;
  }
  const baton = randomUUID();
  stream.usedAt = Date.now();
  streams.set(baton, stream);
  return baton;
}

/** A writer that finds another at work waits its turn, as a server lets it. */
async function outcome(stream: Stream, request: Request, busyMs: number): Promise<Outcome> {
  const until = Date.now() + busyMs;
  for (;;) {
    const now = attempt(stream, request);
    if (!isBusy(now) || !stream.isIdle() || Date.now() > until) return now;
    // A connection that once saw SQLITE_BUSY keeps failing (tursodatabase/libsql-client-ts issue 352).
    stream.reconnect();
    await pause(5);
  }
}

function attempt(stream: Stream, request: Request): Outcome {
  try {
    return { type: "ok", response: stream.answer(request) };
  } catch (error) {
    return { type: "error", error: failure(error) };
  }
}

function isBusy(now: Outcome) {
  if (now.type === "error") return now.error.code.startsWith("SQLITE_BUSY");
  const result = now.response.result as { step_errors?: (Failure | null)[] } | undefined; // Only a batch has steps.
  return result?.step_errors?.[0]?.code.startsWith("SQLITE_BUSY") ?? false;
}
