import { departmentWords } from "#schema/words/quality";
import type { Language } from "#schema/words/words";
import type { ComplaintView } from "#worker/api";
import { formatMoment } from "#worker/wording";
import { wordsFor } from "./say";

type Next = NonNullable<ComplaintView["next"]>;

/** What happens next, by whom and by when, in one sentence. */
export function nextInWords({ step, by, dueAt }: Next, language: Language, mine: boolean): string {
  const { complaints: words } = wordsFor(language);
  const who = by === "customer" && mine ? words.byYou : byInWords(by, language);
  const what = words.steps[step];
  return dueAt
    ? words.nextBy(what, who, formatMoment(new Date(dueAt), language))
    : words.nextUndated(what, who);
}

export function byInWords(by: Next["by"], language: Language): string {
  if (by === "customer" || by === "after_sales") return wordsFor(language).complaints.by[by];
  return departmentWords[by][language];
}

type Thread = {
  author: string;
  mine: boolean;
  ours: boolean;
  at: string;
  text: string;
  files: { href: string; name: string }[];
};

/** The messages as the thread shows them; `fileAt` says where this reader finds a file. */
export function threadOf(
  complaint: ComplaintView,
  language: Language,
  fileAt: (id: string) => string,
): Thread[] {
  const { complaints: words } = wordsFor(language);
  return complaint.messages.map(({ kind, by, mine, at, body, files }) => ({
    author: by ?? (kind === "to_customer" ? words.us : words.by.customer),
    // Among staff a name says more than “you”.
    mine: mine && !complaint.inside,
    ours: mine,
    at,
    text: body,
    files: files.map(({ id, name }) => ({ href: fileAt(id), name })),
  }));
}

/** A problem of the API at the names that this page's form gave its fields. */
export function renamed(
  fields: Record<string, string>,
  names: Record<string, string>,
): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, words]) => [names[name] ?? name, words]));
}
