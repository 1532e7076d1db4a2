import { z } from "zod";

export const demoProfiles = ["demo", "tiny", "load", "none"] as const;
export type DemoProfile = (typeof demoProfiles)[number];

const origin = (says: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && /^https?:$/.test(new URL(value).protocol), says)
    .transform((value) => new URL(value).origin);
const url = (schemes: readonly string[], says: string) =>
  z
    .string()
    .refine((value) => schemes.some((scheme) => value.startsWith(scheme)) && URL.canParse(value), says);

const remoteSchemes = ["libsql://", "https://", "http://"];
const portRange = "must be a whole number from 0 to 65535";
const mail = {
  SMTP_URL: url(["smtp://", "smtps://"], "must look like smtps://name:password@mail.example:465").optional(),
  MAIL_FROM: z.string().includes("@", "must hold a mail address").optional(),
};
const secret = z.string().min(32, "must have at least 32 characters");
const demo = z.enum(demoProfiles, `must be one of ${demoProfiles.join(", ")}`);
const publicUrl = origin("must be an address such as https://portal.example.com");

const Machine = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, portRange)
    .transform(Number)
    .refine((port) => port <= 65_535, portRange)
    .default(8787),
  DATABASE_URL: url(["file:", ...remoteSchemes], "must start with file:, libsql:// or https://").default(
    "file:.data/portal.db",
  ),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  FILES_DIR: z.string().default(".data/files"),
  PUBLIC_URL: publicUrl.optional(),
  AUTH_SECRET: secret.optional(),
  ...mail,
  DEMO: demo.default("demo"),
  TRUST_PROXY: z.enum(["0", "1"], "must be 1 behind a proxy, otherwise 0").default("0"),
});
export type Machine = z.infer<typeof Machine>;

const Edge = z.object({
  DATABASE_URL: url(remoteSchemes, "must start with libsql:// or https://"),
  DATABASE_AUTH_TOKEN: z.string().optional(),
  PUBLIC_URL: publicUrl,
  AUTH_SECRET: secret,
  ...mail,
  DEMO: demo.default("none"),
});
export type Edge = z.infer<typeof Edge>;

export const readMachine = (environment: object): Machine => parsed(Machine, environment);
export const readEdge = (environment: object): Edge => parsed(Edge, environment);

/** Throws one sentence that names the first setting that is wrong. */
function parsed<S extends z.ZodObject>(settings: S, environment: object): z.infer<S> {
  // An empty variable is how a shell or a compose file says "not set".
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== "" && value !== undefined),
  );
  const result = settings.safeParse(given);
  if (result.success) return result.data;

  const [issue] = result.error.issues;
  const name = String(issue?.path[0]);
  throw wrongSetting(name, name in given ? (issue?.message ?? "is wrong") : "is required but not set");
}

/** A sentence is all the operator needs; a stack would only hide it. */
export const wrongSetting = (name: string, says: string) =>
  new Error(`${name} ${says}.`, { cause: "setting" });
