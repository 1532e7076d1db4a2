import type { Annas } from "./annas";

export type Schema = {
  type?: string;
  enum?: unknown[];
  const?: unknown;
  format?: string;
  pattern?: string;
  items?: Schema;
  anyOf?: Schema[];
  properties?: Record<string, Schema>;
  required?: string[];
};
export const long = "长".repeat(34_000); // 100 kB
/** What no form sends: wrong kinds, signs that break things, and figures beyond reason. */
export const oddValues: unknown[] = [
  null,
  true,
  -1,
  0.1,
  1e308,
  9_007_199_254_740_991,
  "9007199254740991",
  "9007199254吨",
  " ",
  "\u0000",
  "a\u0000b",
  "\ud800",
  "🧵🪡",
  "%_%",
  "'\";--",
  "NaN",
  "-0",
  "2026-02-31",
  "9999-12-31",
  "0000-01-01",
  "constructor",
  "__proto__",
  long,
  [],
  {},
];
const oddThings: unknown[] = [null, "x", 1, {}, [], [[]], [null], { toString: 1 }];

/** A value that the schema would let pass, as far as a schema can tell, without what may be left out. */
export function plausible(schema: Schema, annas: Annas, name = ""): unknown {
  const { anyOf, type, items = {}, properties = {}, required = [] } = schema;
  if (anyOf) return plausible(firstOf(anyOf), annas, name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum.find((one) => one !== "");
  if (type === "array") return [plausible(items, annas, name)];
  if (type === "integer" || type === "number") return 1;
  if (type === "boolean") return true;
  if (type !== "object") return text(schema, annas, name);
  const needed = required.filter((one) => properties[one]);
  return Object.fromEntries(needed.map((one) => [one, plausible(properties[one] ?? {}, annas, one)]));
}

const firstOf = (schemas: Schema[]) => schemas.find(({ type }) => type !== "null") ?? {};

function text({ format, pattern }: Schema, annas: Annas, name: string): string {
  const known: Record<string, string> = { ...annas, sku: "DTY150-48-RW", email: "stranger@mill.example" };
  if (known[name]) return known[name];
  if (format === "uuid") return crypto.randomUUID();
  if (format === "date") return "2026-11-23";
  if (pattern?.includes("(0[1-9]|1[0-2])$")) return "2026-10";
  return pattern ? "2026-11-23T09:00" : "1";
}

/** Plausible values with one thing in them odd, however deep. */
export function* spoilt(schema: Schema, annas: Annas, name = ""): Generator<unknown> {
  const { anyOf, type, items = {}, properties = {} } = schema;
  if (anyOf) return yield* spoilt(firstOf(anyOf), annas, name);
  if (type !== "object" && type !== "array") return yield* oddValues;
  yield* oddThings;
  const right = plausible(schema, annas, name);
  if (type === "array") {
    for (const inside of spoilt(items, annas, name)) yield [inside];
    yield [plausible(items, annas, name), plausible(items, annas, name)];
    yield Array(3_000).fill(plausible(items, annas, name));
  } else {
    yield right;
    for (const [one, inner] of Object.entries(properties)) {
      for (const inside of spoilt(inner, annas, one)) yield { ...(right as object), [one]: inside };
      yield { ...(right as object), [one]: plausible(inner, annas, one) };
    }
  }
}
