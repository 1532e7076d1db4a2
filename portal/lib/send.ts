import type { Answers, Form } from "./form";

type Reply = { ok: boolean; status: number; headers: Headers; json(): Promise<unknown> };
type Value<R extends Reply> = R extends { ok: false } ? never : Awaited<ReturnType<R["json"]>>;

export type Refused = {
  ok: false;
  status: number;
  refusal: { code: string; message: string; fields: Record<string, string>; requestId?: string };
};
export type Sent<T> = { ok: true; value: T } | Refused;

/** Asks the API and tells its expected "no" (a problem document) from an answer. */
export async function send<R extends Reply>(asked: Promise<R>): Promise<Sent<Value<R>>> {
  const reply = await asked;
  const said = reply.status === 204 ? undefined : await reply.json();
  if (reply.ok) return { ok: true, value: said as Value<R> }; // hc promised this type to the caller.
  return { ok: false, status: reply.status, refusal: refusalIn(said) };
}

/** The form again, with what was refused; the page answers with the refusal's status. */
export function refusedForm<V extends Answers>(form: Form<V>, { refusal }: Refused): Form<V> {
  return { ...form, message: refusal.message, fields: refusal.fields };
}

function refusalIn(problem: unknown): Refused["refusal"] {
  const said = (problem ?? {}) as Record<string, unknown>; // Each part is checked below.
  const words = (key: string) => (typeof said[key] === "string" ? said[key] : undefined);
  return {
    code: words("code") ?? "unexpected",
    message: words("detail") ?? words("title") ?? "",
    fields: wordsByField(said.fields),
    requestId: words("requestId"),
  };
}

function wordsByField(fields: unknown): Record<string, string> {
  const pairs = Object.entries((fields ?? {}) as Record<string, unknown>);
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => typeof pair[1] === "string"));
}
