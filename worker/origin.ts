import type { MiddlewareHandler } from "hono";

const safeMethods = ["GET", "HEAD", "OPTIONS"];

/** Another site's page may not send forms here in the name of our visitor. */
export function refuseForeignForms(publicUrl: string): MiddlewareHandler {
  return async (c, next) => {
    if (!safeMethods.includes(c.req.method) && isForeign(c.req.raw, publicUrl)) {
      return c.text(
        "此请求来自其他网站，未予处理。\nThis request came from another site and was refused.",
        403,
      );
    }
    return next();
  };
}

/** Programs send neither header; every browser sends at least one of them with a form. */
function isForeign({ headers }: Request, publicUrl: string) {
  const site = headers.get("sec-fetch-site");
  if (site) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  if (!origin || origin === publicUrl) return false;
  // A proxy that ends TLS changes the scheme that we see, never the host that was asked for.
  return !URL.canParse(origin) || new URL(origin).host !== headers.get("host");
}
