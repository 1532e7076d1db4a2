import { copyFileSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createClient } from "@libsql/client";
import { and, eq } from "drizzle-orm";
import { drizzle } from "drizzle-orm/libsql";
import { serializeSigned } from "hono/utils/cookie";
import { inject, onTestFinished } from "vitest";
import { events } from "#schema/events";
import * as schema from "#schema/index";
import { sessions } from "#schema/people";
import { createApp } from "#worker/api";
import { sessionCookie } from "#worker/auth";
import type { Host, Mail } from "#worker/host";
import { runDueJobs } from "#worker/jobs";
import { firstMoment, type Person } from "./cast";

const settings = {
  publicUrl: "http://test.example",
  authSecret: "a secret only for tests, 32 chars long",
  demo: false,
};

/** A fresh database with the cast, the real API on it, a clock that tests turn and a letter box they open. */
export async function newWorld() {
  const path = join(mkdtempSync(join(tmpdir(), "world-")), "world.db");
  copyFileSync(inject("template"), path);
  const client = createClient({ url: `file:${path}`, concurrency: 1, timeout: 5000 });
  const db = drizzle(client, { schema });
  onTestFinished(() => client.close());
  const clock = { now: firstMoment };
  const mails: Mail[] = [];
  const stored = new Map<string, Uint8Array>();
  const host: Host = {
    client,
    db,
    settings,
    files: {
      put: async (key, bytes) => void stored.set(key, bytes),
      get: async (key) => stored.get(key) ?? null,
      remove: async (key) => void stored.delete(key),
    },
    mailer: { send: async (mail) => void mails.push(mail) },
    now: () => clock.now,
    waitUntil: () => {},
  };
  const app = createApp(host);

  /** Acts as one of the cast through the real API, signed in by a real session cookie. */
  function as(person: Person | "nobody" | { personId: string }, language = "zh") {
    const call = (method: string, url: string, body?: unknown, headers: Record<string, string> = {}) =>
      body instanceof FormData || body === undefined
        ? send(method, url, body, headers)
        : send(method, url, JSON.stringify(body), headers);
    const send = async (
      method: string,
      url: string,
      body?: FormData | string,
      headers: Record<string, string> = {},
    ) => {
      return app.request(`http://test.example/api/v1${url}`, {
        method,
        body,
        headers: {
          ...(typeof body === "string" ? { "content-type": "application/json" } : {}),
          ...(body instanceof FormData ? { origin: settings.publicUrl } : {}),
          ...(person === "nobody" ? {} : { cookie: await cookieOf(person) }),
          "accept-language": language,
          ...headers,
        },
      });
    };
    return {
      get: (url: string, headers?: Record<string, string>) => call("GET", url, undefined, headers),
      post: (url: string, body: unknown = {}, headers?: Record<string, string>) =>
        call("POST", url, body, headers),
      put: (url: string, body: unknown = {}) => call("PUT", url, body),
      patch: (url: string, body: unknown = {}, headers?: Record<string, string>) =>
        call("PATCH", url, body, headers),
      delete: (url: string) => call("DELETE", url),
      /** A body as it stands, however broken. */
      send: (method: string, url: string, text?: string) => send(method, url, text),
    };
  }

  async function cookieOf(who: Person | { personId: string }) {
    const person = typeof who === "string" ? who : who.personId;
    const token = `token-${person}`;
    const at = clock.now;
    await db
      .insert(sessions)
      .values({
        id: `session-${person}`,
        token,
        userId: person,
        expiresAt: new Date(at.getTime() + 9e10),
        createdAt: at,
        updatedAt: at,
      })
      .onConflictDoNothing();
    return serializeSigned(sessionCookie(settings.publicUrl), token, settings.authSecret);
  }

  /** The facts that verbs left behind, oldest first. */
  const factsOf = (type?: string, recordId?: string) =>
    db
      .select()
      .from(events)
      .where(
        and(type ? eq(events.type, type) : undefined, recordId ? eq(events.recordId, recordId) : undefined),
      )
      .orderBy(events.id);

  const later = (time: { minutes?: number; hours?: number; days?: number }) => {
    const ms = ((time.days ?? 0) * 1440 + (time.hours ?? 0) * 60 + (time.minutes ?? 0)) * 60_000;
    clock.now = new Date(clock.now.getTime() + ms);
  };

  return {
    app,
    host,
    db,
    client,
    clock,
    later,
    as,
    events: factsOf,
    mails,
    stored,
    runJobs: () => runDueJobs(host),
  };
}
export type World = Awaited<ReturnType<typeof newWorld>>;
