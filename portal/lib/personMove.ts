import type { AstroGlobal } from "astro";
import type { PersonView } from "#worker/api";
import { asTyped } from "./asTyped";
import { type Answers, blankForm, type Form, filledForm } from "./form";
import { refusedForm, send } from "./send";

export const personForm = ({ roles }: PersonView): Form =>
  blankForm<Answers>({ move: "", roles: [...roles], session: "", reason: "", disableReason: "" });

/** Makes the move that a page of a person was asked for; null when it is done. */
export async function movePerson(astro: AstroGlobal, person: PersonView): Promise<Form | null> {
  const empty = personForm(person);
  // A box that was not ticked is not sent: the roles start from none.
  const none: Answers = { ...empty.values, roles: [] };
  const form = await filledForm<Answers>(astro.request, { ...empty, values: none });
  const { move, roles, session, reason, disableReason } = form.values;
  const json = {
    ...(move === "roles" ? { roles } : {}),
    session,
    reason: move === "disable" ? disableReason : reason,
  };
  const param = { id: person.id, move: String(move) };
  const sent = await send(
    astro.locals.api.people[":id"].moves[":move"].$post({ param, json: asTyped(json) }),
  );
  if (sent.ok) return null;
  astro.response.status = sent.status;
  return refusedForm(form, sent);
}
