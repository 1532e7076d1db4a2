import type { AstroGlobal } from "astro";
import type { Language } from "#schema/words/words";

/** The language that a public address begins with, or nothing: then there is no such page. */
export function languageOfPage({ params }: AstroGlobal): Language | undefined {
  return params.language === "zh" || params.language === "en" ? params.language : undefined;
}

/** What a stranger sees is the same for all and may be kept; prices never are. */
export function mayBeKept({ locals, response }: AstroGlobal) {
  response.headers.append("vary", "cookie");
  response.headers.set("cache-control", locals.viewer ? "private, no-store" : "public, max-age=300");
}

/** A form carries an id minted for one visitor, so its page is never kept. */
export const neverKept = ({ response }: AstroGlobal) =>
  response.headers.set("cache-control", "private, no-store");
