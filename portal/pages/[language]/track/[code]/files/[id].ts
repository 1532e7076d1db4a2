import type { APIRoute } from "astro";
import { secretFor } from "../../../../../lib/tracking";

/** A file of a guest's complaint: pictures in a page cannot bring the link's secret themselves. */
export const GET: APIRoute = (context) => {
  const { params, locals } = context;
  const secret = secretFor(context, params.code ?? "");
  if (!secret) return new Response(null, { status: 404 });
  const address = `${locals.publicUrl}/api/v1/files/${encodeURIComponent(params.id ?? "")}`;
  return locals.callApi(address, { headers: { authorization: `Link ${secret}` } });
};
