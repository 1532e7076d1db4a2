import type { APIContext, AstroGlobal } from "astro";
import { hc } from "hono/client";
import type { Language } from "#schema/words/words";
import type { Api } from "#worker/api";
import { paths } from "./paths";

type Here = Pick<AstroGlobal | APIContext, "cookies" | "locals" | "url">;

const nameOf = (code: string) => `track_${code}`;
const aDay = 86_400;

/** The API as the holder of a complaint's private link. */
export const apiWith = ({ locals }: Pick<Here, "locals">, secret: string) =>
  hc<Api>(`${locals.publicUrl}/api/v1`, {
    fetch: locals.callApi,
    headers: { "accept-language": locals.language, authorization: `Link ${secret}` },
  });

export const secretFor = ({ cookies }: Pick<Here, "cookies">, code: string) =>
  cookies.get(nameOf(code))?.value;

/** Keeps the secret in a cookie, so that it stands in no address that is passed on. */
export function keepSecret({ cookies, url }: Here, code: string, secret: string) {
  const secure = url.protocol === "https:";
  cookies.set(nameOf(code), secret, { path: "/", httpOnly: true, sameSite: "lax", secure, maxAge: aDay });
}

/** A code as people type it, with the letters that they mistake for digits. */
export const typedCode = (typed: string) =>
  typed.normalize("NFKC").toUpperCase().replace(/[\s-]/g, "").replaceAll("O", "0").replace(/[IL]/g, "1");

/** Where the private link leads; it is shown and mailed, and opens the case from any device. */
export const privateLink = (publicUrl: string, language: Language, code: string, secret: string) =>
  `${publicUrl}${paths.tracked(language, code)}?key=${secret}`;
