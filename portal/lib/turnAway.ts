import type { AstroGlobal } from "astro";
import { paths } from "./paths";
import type { Refused } from "./send";

/** The way onward for a page that the API refused: the sign-in for a stranger, else that problem's page. */
export function turnAway(page: AstroGlobal, refused: Refused): Response | Promise<Response> {
  if (refused.status === 401) {
    const next = encodeURIComponent(page.url.pathname + page.url.search);
    return page.redirect(`${paths.signIn}?next=${next}`, 303);
  }
  page.locals.refused = refused;
  // A new request, because a form that was read cannot be read again.
  return page.rewrite(new Request(new URL("/problem", page.url), { headers: page.request.headers }));
}
