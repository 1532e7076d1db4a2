import type { APIRoute } from "astro";
import { paths } from "../lib/paths";
import { send } from "../lib/send";

export const POST: APIRoute = async ({ locals, redirect }) => {
  await send(locals.api.session.$delete());
  return redirect(paths.publicHome(locals.language), 303);
};

/** Whoever types the address is asked to use the button: a link alone must not sign anybody out. */
export const GET: APIRoute = ({ redirect }) => redirect(paths.account, 303);
