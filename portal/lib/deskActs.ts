import type { AstroGlobal } from "astro";
import { renamed } from "./complaints";
import { blankForm, filledForm } from "./form";
import { refusedForm, send } from "./send";
import { withUploads } from "./uploads";

type Sender = App.Locals["api"];

const blank = () =>
  blankForm({ id: crypto.randomUUID(), act: "", message: "", note: "", fileIds: [] as string[] });

/** What staff wrote on the page of a complaint: to the customer or among ourselves, each by its own door. */
export async function deskAct(astro: AstroGlobal, api: Sender, reference: string) {
  const empty = blank();
  if (astro.request.method !== "POST") return { form: empty, done: false };
  const { form, refused } = await withUploads(api, await filledForm(astro.request, empty), "fileIds");
  if (refused) {
    astro.response.status = refused.status;
    return { form, done: false };
  }
  const { id, act, message, note, fileIds } = form.values;
  const to = { param: { reference } };
  const one = api.complaints[":reference"];
  const sent = await (act === "note"
    ? send(one.notes.$post({ ...to, json: { id, body: note } }))
    : send(one.messages.$post({ ...to, json: { id, body: message, fileIds } })));
  if (sent.ok) return { form: empty, done: true };
  astro.response.status = sent.status;
  const again = refusedForm(form, sent);
  return {
    form: { ...again, fields: renamed(again.fields, { body: act === "note" ? "note" : "message" }) },
    done: false,
  };
}
