import type { AstroGlobal } from "astro";
import { asTyped } from "./asTyped";
import { type Answers, blankForm, type Form, filledForm } from "./form";
import { refusedForm, send } from "./send";

const blank = {
  act: "",
  invitation: "",
  id: "",
  party: "",
  name: "",
  email: "",
  roles: [] as string[],
  language: "zh",
};

export const inviteForm = (party: string, language: string): Form =>
  blankForm<Answers>({ ...blank, id: crypto.randomUUID(), party, language });

type Outcome = { form: Form; done?: "invited" | "revoked" };

/** What a page of people does with what is posted to it: invites, or takes an invitation back. */
export async function keepPeople(astro: AstroGlobal, empty: Form): Promise<Outcome> {
  const { api } = astro.locals;
  const form = await filledForm(astro.request, empty);
  const { act, invitation, ...said } = form.values;
  const revoking = act === "revoke";
  const sent = revoking
    ? await send(api.people.invitations[":id"].$delete({ param: { id: String(invitation) } }))
    : await send(api.people.invitations.$post({ json: asTyped(said) }));
  if (sent.ok) return { form: empty, done: revoking ? "revoked" : "invited" };
  astro.response.status = sent.status;
  return { form: refusedForm(form, sent) };
}
