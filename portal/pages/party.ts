import type { APIRoute } from "astro";
import { onward } from "../lib/onward";
import { paths } from "../lib/paths";
import { send } from "../lib/send";

/** Acts for another of the person's companies from now on; lists start anew, for its records are others. */
export const POST: APIRoute = async ({ locals, request, redirect }) => {
  const said = await request.formData();
  await send(locals.api.session.party.$put({ json: { party: String(said.get("party") ?? "") } }));
  const [folder = ""] = onward(String(said.get("next") ?? ""), paths.home)
    .split("/")
    .filter(Boolean);
  return redirect(`/${folder}`, 303);
};

export const GET: APIRoute = ({ redirect }) => redirect(paths.home, 303);
