import type { AstroGlobal } from "astro";
import { paths } from "./paths";
import type { Refused } from "./send";

/**
 * What a page answers when the API refuses to show it: sign-in for a stranger, the refusal in words for
 * anyone else. A form that was refused is shown again by its own page instead.
 */
export function refused(astro: AstroGlobal, refusal: Refused): Response | Promise<Response> {
  const { url, request } = astro;
  const here = encodeURIComponent(url.pathname + url.search);
  if (refusal.status === 401) return astro.redirect(`${paths.signIn}?next=${here}`, 303);
  astro.locals.refusal = refusal;
  // A new request, because a form that was read cannot be read again.
  return astro.rewrite(new Request(new URL("/refused", url), { headers: request.headers }));
}
