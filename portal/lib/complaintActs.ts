import type { AstroGlobal } from "astro";
import { asTyped } from "./asTyped";
import { renamed } from "./complaints";
import { blankForm, filledForm } from "./form";
import { refusedForm, send } from "./send";
import { withUploads } from "./uploads";

type Sender = App.Locals["api"];

const blank = () =>
  blankForm({
    id: crypto.randomUUID(),
    act: "",
    version: "",
    body: "",
    fileIds: [] as string[],
    rejectReason: "",
    reopenReason: "",
    withdrawReason: "",
  });

const reasonFields = {
  customer_reject: "rejectReason",
  reopen: "reopenReason",
  withdraw: "withdrawReason",
} as const;
type Reasoned = keyof typeof reasonFields;
const isReasoned = (act: string): act is Reasoned => act in reasonFields;

/** What the complainant did on their page: wrote to us, or decided; the form again when it was refused. */
export async function complainantAct(astro: AstroGlobal, api: Sender, reference: string) {
  const form = blank();
  if (astro.request.method !== "POST") return { form, done: false };
  const said = await filledForm(astro.request, form);
  const result =
    said.values.act === "answer" ? await answered(api, reference, said) : await moved(api, reference, said);
  if (result.status) astro.response.status = result.status;
  return { form: result.form, done: !result.status };
}

type Filled = ReturnType<typeof blank>;

async function answered(api: Sender, reference: string, said: Filled) {
  const { form, refused } = await withUploads(api, said, "fileIds");
  if (refused) return { form, status: refused.status };
  const { id, body, fileIds } = form.values;
  const sent = await send(
    api.complaints[":reference"].answers.$post({ param: { reference }, json: { id, body, fileIds } }),
  );
  return sent.ok ? { form } : { form: refusedForm(form, sent), status: sent.status };
}

async function moved(api: Sender, reference: string, form: Filled) {
  const { act, version, ...given } = form.values;
  const name = isReasoned(act) ? reasonFields[act] : undefined;
  const json = asTyped<object>({ version: Number(version), reason: name && given[name] });
  const move = api.complaints[":reference"].moves[":move"];
  const sent = await send(move.$post({ param: { reference, move: act }, json }));
  if (sent.ok) return { form };
  const refused = refusedForm(form, sent);
  return {
    form: { ...refused, fields: renamed(refused.fields, { reason: name ?? "reason" }) },
    status: sent.status,
  };
}
