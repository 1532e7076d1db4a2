import { sql } from "drizzle-orm";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getSignedCookie } from "hono/cookie";
import { HTTPException } from "hono/http-exception";
import { requestId } from "hono/request-id";
import type { Language } from "#schema/words/words";
import { type Actor, isSignedIn } from "./actor";
import { type Auth, createAuth, sessionCookie } from "./auth";
import { complaintRoutes } from "./complaints/routes";
import { enquiryRoutes } from "./enquiries/routes";
import { fileRoutes } from "./files/routes";
import { followUpRoutes } from "./follow-ups/routes";
import { homeRoutes } from "./home/routes";
import type { Host } from "./host";
import type { Env, HonoContext, Problem } from "./http";
import { actorOfLink, actorOfSession } from "./identity";
import { importRoutes } from "./imports/routes";
import { eventRoutes } from "./journal/routes";
import { ledgerRoutes } from "./ledger/routes";
import { noticeRoutes } from "./notices/routes";
import { describeApi } from "./openapi";
import { orderRoutes } from "./orders/routes";
import { jobRoutes } from "./outbox/routes";
import { partyRoutes } from "./parties/routes";
import { peopleRoutes } from "./people/routes";
import { priceListRoutes } from "./price-lists/routes";
import { productRoutes } from "./products/routes";
import { Refusal } from "./refusal";
import { returnRoutes } from "./returns/routes";
import { sessionRoutes } from "./session/routes";
import { shipmentRoutes } from "./shipments/routes";
import { statementRoutes } from "./statements/routes";
import { causes, duplicateOf } from "./write";

const nouns = new Hono<Env>()
  .route("/session", sessionRoutes)
  .route("/home", homeRoutes)
  .route("/parties", partyRoutes)
  .route("/people", peopleRoutes)
  .route("/products", productRoutes)
  .route("/price-lists", priceListRoutes)
  .route("/enquiries", enquiryRoutes)
  .route("/orders", orderRoutes)
  .route("/shipments", shipmentRoutes)
  .route("/ledger-entries", ledgerRoutes)
  .route("/statements", statementRoutes)
  .route("/complaints", complaintRoutes)
  .route("/follow-ups", followUpRoutes)
  .route("/returns", returnRoutes)
  .route("/files", fileRoutes)
  .route("/imports", importRoutes)
  .route("/events", eventRoutes)
  .route("/notices", noticeRoutes)
  .route("/jobs", jobRoutes);

/** What `hc` needs to know of the API. */
export type Api = typeof nouns;

export type { ComplaintBrief } from "./complaints/brief";
export type { ComplaintView } from "./complaints/output";
export type { EnquiryBrief, EnquiryView } from "./enquiries/output";
export type { FollowUpBrief, FollowUpView } from "./follow-ups/output";
export type { HomeView } from "./home/output";
export type { AccountView, EntryView } from "./ledger/output";
export type { NoticeView } from "./notices/output";
export type { OrderOffer } from "./orders/offer";
export type { OrderBrief, OrderView } from "./orders/output";
export type { PartyRow, PartyView } from "./parties/output";
export type { PersonRow, PersonView } from "./people/output";
export type { PriceListView } from "./price-lists/output";
export type { ProductBrief, ProductView } from "./products/output";
export type { ReturnBrief, ReturnView } from "./returns/output";
export type { SessionView } from "./session/output";
export type { ShipmentBrief } from "./shipments/brief";
export type { DeliveredLine } from "./shipments/deliveredLine";
export type { ShipmentView } from "./shipments/output";
export type { DisputeBrief, StatementBrief, StatementView } from "./statements/output";

/** The whole server side without pages: /api/v1, /healthz and /readyz. */
export function createApp(host: Host) {
  const auth = createAuth(host);
  const app = new Hono<Env>();
  app.use(requestId());
  app.onError((error, c) => problem(c as HonoContext, error));
  app.notFound((c) => problem(c as HonoContext, new Refusal("not_found", noSuchPage)));
  app.get("/healthz", (c) => c.json({ ok: true }));
  app.get("/readyz", async (c) => {
    await host.db.run(sql`select 1 from sequences limit 1`);
    return c.json({ ok: true });
  });
  app.use("/api/v1/*", async (c, next) => {
    c.set("ctx", await contextOf(host, auth, c));
    await next();
    // Answers differ by who asks: a cache that keeps one would tell it to another.
    if (!c.res.headers.has("cache-control")) c.header("cache-control", "private, no-store");
  });
  app.use("/api/v1/*", async (c, next) => (isForm(c) ? next() : weighed(c, next)));
  app.route("/api/v1", describeApi(nouns));
  app.route("/api/v1", nouns);
  return app;
}
export type App = ReturnType<typeof createApp>;

/** Forms carry files: whoever takes them weighs them. */
const isForm = (c: HonoContext) => /^multipart\//i.test(c.req.header("content-type") ?? "");
// The longest that anybody types is a packing list of all lines.
const weighed = bodyLimit({
  maxSize: 4 * 1024 * 1024,
  onError: () => {
    throw new Refusal("too_large", tooMuchText);
  },
});
const tooMuchText = { zh: "提交的内容过长。", en: "This is too much at once. Send less." };

const noSuchPage = { zh: "没有这个地址。", en: "There is nothing at this address." };

async function contextOf(host: Host, auth: Auth, c: HonoContext) {
  const now = host.now();
  const insider = c.env?.insider;
  const actor = insider ?? (await identify(host, c, now));
  const { db, files, settings } = host;
  const address = c.req.header("x-client-address") ?? "unknown";
  // A page has settled the language already; anyone else is answered in the language they chose.
  const asked = languageOf(c.req.header("accept-language"));
  const language = isSignedIn(actor) && !insider ? actor.language : asked;
  return { db, files, settings, auth, host, actor, now, language, address, requestId: c.get("requestId") };
}

/** Who is asking: a signed-in person, the holder of a private link, or a visitor. */
export async function identify(host: Host, c: HonoContext, now: Date): Promise<Actor> {
  const link = /^Link (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
  if (link) return actorOfLink(host.db, link, now);
  const token = await getSignedCookie(c, host.settings.authSecret, sessionCookie(host.settings.publicUrl));
  return token ? actorOfSession(host.db, token, now) : { kind: "visitor" };
}

export const languageOf = (header: string | undefined): Language =>
  /^\s*en/i.test(header ?? "") ? "en" : "zh";

/** One place where anything thrown becomes words for the person who asked. */
function problem(c: HonoContext, error: Error): Response {
  const refusal = refusalOf(error);
  const id = c.get("requestId") ?? "";
  if (!refusal) {
    // The one log line of an unexpected error; people get the id, never the message.
    console.error(
      JSON.stringify({
        level: "error",
        requestId: id,
        path: c.req.path,
        error: error.stack ?? error.message,
      }),
    );
  }
  const known = refusal ?? new Refusal("unavailable", ours);
  const status = refusal ? known.status : 500;
  const language = c.get("ctx")?.language ?? languageOf(c.req.header("accept-language"));
  const fields = Object.entries(known.fields).map(([name, words]) => [name, words[language]]);
  const document: Problem = {
    type: "about:blank",
    title: known.words[language],
    status,
    detail: known.words[language],
    code: refusal ? known.code : "unexpected",
    ...(fields.length ? { fields: Object.fromEntries(fields) } : {}),
    requestId: id,
  };
  const headers: Record<string, string> = {
    "content-type": "application/problem+json",
    "cache-control": "no-store",
  };
  if (status === 503) headers["retry-after"] = "5";
  return c.body(JSON.stringify(document), status as 422, headers);
}

const ours = {
  zh: "我们这边出了问题,请稍后再试。",
  en: "Something went wrong on our side. Please try again.",
};
const unreachable = {
  zh: "系统暂时连不上数据库,您填写的内容没有丢失,请稍后再试。",
  en: "The database cannot be reached right now. Nothing was lost; please try again shortly.",
};
const takenId = {
  zh: "这个编号已被另一条记录使用,请刷新页面后重新填写。",
  en: "Another record has this id already. Reload the page to start a new one.",
};
const notReadable = { zh: "请求的内容无法读取。", en: "The request could not be read." };

function refusalOf(error: Error): Refusal | undefined {
  if (error instanceof Refusal) return error;
  if (error instanceof HTTPException) {
    return error.status === 403
      ? new Refusal("not_allowed", {
          zh: "请求来自别的网站,已拒绝。",
          en: "The request came from another site and was refused.",
        })
      : new Refusal("invalid", notReadable);
  }
  if (duplicateOf(error)?.endsWith(".id")) return new Refusal("conflict", takenId);
  return causes(error).some(isUnreachable) ? new Refusal("unavailable", unreachable) : undefined;
}

/** The database is away or busy, as the embedded library, the network and the protocol each say it. */
function isUnreachable(error: unknown): boolean {
  const { code, message } = error as { code?: string; message?: string };
  if (/^(SQLITE_BUSY|SQLITE_CANTOPEN|SQLITE_IOERR|ECONN|ENOTFOUND|EAI_|ETIMEDOUT|UND_ERR)/.test(code ?? ""))
    return true;
  return code === "SERVER_ERROR" || /fetch failed|Network connection lost|ECONNREFUSED/.test(message ?? "");
}
