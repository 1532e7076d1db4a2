import type { Context, MiddlewareHandler } from "hono";
import { describeRoute, resolver, validator } from "hono-openapi";
import { z } from "zod";
import type { Words } from "#schema/words/words";
import type { Actor } from "./actor";
import type { Ctx } from "./context";
import { Refusal } from "./refusal";
import { say, wordsOf } from "./say";

export type Env = {
  /** Set only by our own pages, which have asked who the visitor is already. */
  Bindings: { insider?: Actor };
  Variables: { ctx: Ctx; requestId: string };
};
export type HonoContext = Context<Env>;

export const body = <S extends z.ZodType>(schema: S) => validator("json", schema, refuseUnless);
export const query = <S extends z.ZodType>(schema: S) => validator("query", schema, refuseUnless);
export const form = <S extends z.ZodType>(schema: S) => validator("form", schema, refuseUnless);

type Outcome = { success: boolean; error?: readonly unknown[] };

function refuseUnless(outcome: Outcome) {
  // Standard Schema narrows the type; what zod hands over are its own issues.
  if (!outcome.success) throw invalid((outcome.error ?? []) as z.core.$ZodIssue[]);
}

const thereIsAProblem: Words = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };

/** The first complaint about each field, by its dotted path. */
export function invalid(issues: readonly z.core.$ZodIssue[]): Refusal {
  const fields: Record<string, Words> = {};
  for (const issue of issues) {
    const names = issue.code === "unrecognized_keys" ? issue.keys : [""];
    for (const name of names) {
      const path = [...issue.path.map(String), ...(name ? [name] : [])].join(".");
      fields[path] ??= wordsOf(issue);
    }
  }
  return new Refusal("invalid", thereIsAProblem, fields);
}

/** RFC 9457. `fields` says, by dotted path, what to change. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    detail: z.string(),
    code: z.string(),
    fields: z.record(z.string(), z.string()).optional(),
    requestId: z.string(),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

const problemReply = {
  description: "A problem",
  content: { "application/problem+json": { schema: resolver(Problem) } },
};

/** What a route is for and what it answers, for /openapi.json. */
export function says(summary: string, output: z.ZodType, status: 200 | 201 = 200): MiddlewareHandler {
  return describeRoute({
    summary,
    responses: {
      [status]: { description: "Done", content: { "application/json": { schema: resolver(output) } } },
      default: problemReply,
    },
  });
}

/** The same for a route that answers with bytes. */
export const saysBytes = (summary: string, mime: string): MiddlewareHandler =>
  describeRoute({
    summary,
    responses: {
      200: { description: "Bytes", content: { [mime]: { schema: { type: "string", format: "binary" } } } },
      default: problemReply,
    },
  });

/** Ids are minted by the caller, so a repeat is harmless. */
export const Id = z.uuid(
  say("编号无效,请刷新页面后重试。", "This id is not valid. Reload the page and try again."),
);

/** Trimmed text that must be there. */
export const words = (max: number, missing: string, long?: string) =>
  z
    .string({ error: missing })
    .trim()
    .min(1, missing)
    .max(max, long ?? tooLong(max));
/** Trimmed text that may be left out; blank counts as left out. */
export const maybeWords = (max: number) =>
  z
    .string()
    .trim()
    .max(max, tooLong(max))
    .nullish()
    .transform((text) => text || null);
const tooLong = (max: number) => say(`请不要超过 ${max} 个字。`, `Use ${max} characters or fewer.`);

/** A calendar date as people and forms send it. */
export const Day = z.iso.date(say("请填写日期,例如 2026-11-23。", "Enter a date such as 2026-11-23."));
export const maybeDay = Day.or(z.literal(""))
  .nullish()
  .transform((text) => text || null);

/** What every move may carry besides its own input. */
export const expectedVersion = z.number().int().positive().optional();

/** `If-Match: 7` or the body's `version`: the row the caller saw. */
export function seenVersion(c: HonoContext): number | undefined {
  const header = c.req.header("if-match");
  const number = header === undefined ? Number.NaN : Number(header.replaceAll('"', ""));
  return Number.isInteger(number) ? number : undefined;
}

/** The row must still be as the caller saw it. */
export function sameVersion(row: { version: number }, seen: number | undefined) {
  if (seen !== undefined && seen !== row.version) {
    throw new Refusal("conflict", {
      zh: "这条记录已有更新。请查看最新内容后再操作。",
      en: "This has changed since you opened it. Look at it as it is now, then try again.",
    });
  }
}

export const iso = (at: Date | null) => at?.toISOString() ?? null;
