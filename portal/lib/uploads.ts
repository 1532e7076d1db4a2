import type { Form } from "./form";
import { type Refused, refusedForm, send } from "./send";

type Api = App.Locals["api"];

/**
 * Sends the files chosen in a field and puts their ids beside those kept before, so that a form that is
 * refused for another reason shows them again. A file that is refused is named beside its field.
 */
export async function withUploads<V extends Record<string, string | string[]>>(
  api: Api,
  form: Form<V>,
  name: keyof V & string,
): Promise<{ form: Form<V>; refused?: Refused }> {
  const formId = String(form.values.id ?? "");
  const kept: string[] = [form.values[name] ?? []].flat();
  for (const file of form.files[name] ?? []) {
    const sent = await send(api.files.$post({ form: { id: await idOf(file, formId), file } }));
    if (!sent.ok) {
      const filed = { ...form, values: { ...form.values, [name]: kept } };
      const { refusal } = sent;
      const named = { ...sent, refusal: { ...refusal, fields: { [name]: refusal.message } } };
      return { form: refusedForm(filed, named), refused: named };
    }
    if (!kept.includes(sent.value.id)) kept.push(sent.value.id);
  }
  return { form: { ...form, values: { ...form.values, [name]: kept } } };
}

/** The same file in the same form has the same id: a form sent twice takes it once. */
async function idOf(file: File, formId: string): Promise<string> {
  const said = await new Blob([formId, "\n", file]).arrayBuffer();
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", said)).subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80; // RFC 9562: version 8, of our own making.
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
