import type { AstroGlobal } from "astro";
import { asTyped } from "./asTyped";
import { blankForm, filledForm } from "./form";
import { refusedForm, send } from "./send";

type Sender = App.Locals["api"];

export const blankCall = () =>
  blankForm({
    id: crypto.randomUUID(),
    act: "",
    version: "",
    result: "",
    product: "",
    service: "",
    salesperson: "",
    timely: "",
    care: "",
    overall: "",
    problem: "",
    problemClass: "",
    needs: "",
    suggestion: "",
    deferTo: "",
    reason: "",
  });

/** What the caller wrote down, or why the lead lets the call go. */
export async function callAct(astro: AstroGlobal, api: Sender, reference: string) {
  if (astro.request.method !== "POST") return { done: false };
  const form = await filledForm(astro.request, blankCall());
  const { act, reason, version, ...call } = form.values;
  const one = api["follow-ups"][":reference"];
  const to = { param: { reference } };
  const sent = await (act === "waive"
    ? send(one.moves.waive.$post({ ...to, json: { reason, version: Number(version) } }))
    : send(one.calls.$post({ ...to, json: asTyped({ ...call, version: Number(version) }) })));
  if (sent.ok) return { done: true };
  astro.response.status = sent.status;
  return { form: refusedForm(form, sent), done: false };
}
