import { defineMiddleware } from "astro:middleware";
import { hc } from "hono/client";
import type { Language } from "#schema/words/words";
import type { Api } from "#worker/api";
import { paths } from "./lib/paths";
import { send } from "./lib/send";
import { viewerOf } from "./lib/viewer";

const languageCookie = "language";

/** Gives every page the API as its visitor, who that is, and the language to speak. */
export const onRequest = defineMiddleware(async (context, next) => {
  const { locals, url, cookies, request } = context;
  const speak = (language: Language) => {
    locals.language = language;
    // Relative to ourselves: the calls never leave the process.
    locals.api = hc<Api>(`${locals.publicUrl}/api/v1`, {
      fetch: locals.callApi,
      headers: { "accept-language": language },
    });
  };
  speak(languageFrom(cookies.get(languageCookie)?.value, request));
  const who = await send(locals.api.session.$get());
  locals.session = who.ok ? who.value : null;
  speak(languageOfPath(url.pathname) ?? locals.session?.language ?? locals.language);
  locals.viewer = viewerOf(locals.session, locals.language);

  const wanted = url.searchParams.get("language");
  if (wanted !== "zh" && wanted !== "en") return next();
  cookies.set(languageCookie, wanted, { path: "/", maxAge: 31_536_000, sameSite: "lax", httpOnly: true });
  if (locals.session) await send(locals.api.session.language.$put({ json: { language: wanted } }));
  const there = new URL(url);
  there.searchParams.delete("language");
  return context.redirect((there.pathname || paths.home) + there.search, 303);
});

function languageFrom(cookie: string | undefined, request: Request): Language {
  if (cookie === "zh" || cookie === "en") return cookie;
  return /^\s*en/i.test(request.headers.get("accept-language") ?? "") ? "en" : "zh";
}

/** Public pages say their language in their address. */
function languageOfPath(pathname: string): Language | undefined {
  if (/^\/en(\/|$)/.test(pathname)) return "en";
  return /^\/zh(\/|$)/.test(pathname) ? "zh" : undefined;
}
