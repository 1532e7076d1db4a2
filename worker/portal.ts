import { astro, getFetchState } from "astro/hono";
import type { Context, MiddlewareHandler } from "hono";
import { type App, identify } from "./api";
import type { Host } from "./host";
import type { Env, HonoContext } from "./http";

type CallApi = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What a host gives to every page in `Astro.locals`. */
export type PortalLocals = {
  /** `fetch` for the API alone: in-process, as this visitor; a cookie that it sets reaches the browser. */
  callApi: CallApi;
  publicUrl: string;
  demo: boolean;
};

// What the API may know of the visitor behind a page; the rest of the page's request is not its business.
const forwarded = ["cookie", "accept-language", "user-agent", "x-client-address", "x-request-id"];

const htmlType = "text/html; charset=utf-8";
const pageHeaders = {
  // What one reader sees is nobody else's; a page that is the same for all says so itself.
  "cache-control": "private, no-store",
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; "),
  "x-content-type-options": "nosniff",
  // Not stricter: with no-referrer a browser sends `Origin: null` with our own forms.
  "referrer-policy": "same-origin",
} as const;

/** Lets the pages that follow call the API, and guards what they answer. */
export function portal(app: App, host: Host): MiddlewareHandler<Env> {
  const { publicUrl, demo } = host.settings;
  return async (c, next) => {
    const state = getFetchState(c);
    const cookies: string[] = [];
    const locals: PortalLocals = { callApi: apiAs(c, app, host, cookies), publicUrl, demo };
    Object.assign(state.locals, locals);
    state.clientAddress = c.req.header("x-client-address");
    state.renderOptions.addCookieHeader = true;

    await next();
    guard(c, cookies);
  };
}

/** Renders the page that the path names. */
export const pages: MiddlewareHandler = astro();

function apiAs(c: HonoContext, app: App, host: Host, cookies: string[]): CallApi {
  let asking: ReturnType<typeof whoAsks> | undefined; // Once per page, however many calls it makes.
  return async (input, init) => {
    const headers = new Headers(init?.headers);
    for (const name of forwarded) {
      const value = c.req.header(name);
      if (value !== undefined && !headers.has(name)) headers.set(name, value);
    }
    headers.set("origin", host.settings.publicUrl);
    asking ??= whoAsks(c, host);
    // The holder of a private link is someone else than the visitor may be.
    const insider = headers.has("authorization") ? undefined : await asking;
    const response = await app.request(input, { ...init, headers }, insider && { insider });
    cookies.push(...response.headers.getSetCookie());
    return response;
  };
}

/** Nobody, when the database is away: the API asks again itself and says so in its own words. */
const whoAsks = (c: HonoContext, host: Host) => identify(host, c, host.now()).catch(() => undefined);

function guard(c: Context, cookies: string[]) {
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
  if (c.res.headers.get("content-type") === "text/html") c.header("content-type", htmlType);
  for (const [name, value] of Object.entries(pageHeaders)) {
    if (!c.res.headers.has(name)) c.header(name, value);
  }
}
