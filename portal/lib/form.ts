export type Answers = Record<string, string | string[]>;

/** What was typed, and what was wrong with it; names may be dotted paths such as `lines.0.quantity`. */
export type Form<V extends Answers = Answers> = {
  values: V;
  message?: string;
  fields: Record<string, string>;
  files: Record<string, File[]>;
};

export function blankForm<V extends Answers>(values: V): Form<V> {
  return { values, fields: {}, files: {} };
}

/** The visitor's own words win; names we did not ask for are ignored. */
export async function filledForm<V extends Answers>(request: Request, blank: Form<V>): Promise<Form<V>> {
  const said = await request.formData();
  const names = Object.keys(blank.values);
  const values = names.map((name) => [name, answerTo(said, name, blank.values[name])]);
  const files = [...new Set(said.keys())].map((name) => [name, said.getAll(name).filter(isChosenFile)]);
  return { ...blank, values: Object.fromEntries(values), files: Object.fromEntries(files) };
}

/** The conditions of a list, read from its address. */
export function filterForm<V extends Record<string, string>>(url: URL, blank: V): Form<V> {
  const values = Object.entries(blank).map(([name, value]) => [name, url.searchParams.get(name) ?? value]);
  return blankForm(Object.fromEntries(values));
}

/** Only what was filled in, as a query wants it. */
export function filled<V extends Answers>(values: V): Partial<V> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value.length > 0)) as Partial<V>;
}

function answerTo(said: FormData, name: string, blank: string | string[] | undefined): string | string[] {
  const words = said.getAll(name).filter((value) => typeof value === "string");
  if (Array.isArray(blank)) return words;
  return words[0] ?? blank ?? "";
}

/** A browser sends an empty file without a name for a field left alone. */
function isChosenFile(value: FormDataEntryValue): value is File {
  return typeof value !== "string" && (value.size > 0 || value.name !== "");
}
