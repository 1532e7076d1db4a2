import type { Labels, Language } from "#schema/words/words";
import type { Form } from "./form";
import { say, type Text } from "./say";

export type Option = { value: string; label: Text; hint?: Text };

/** What every field of a form shares: its value, its error, and what describes it. */
export function fieldOf(form: Form, name: string, hint?: string) {
  const said = form.values[name];
  const error = form.fields[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean);
  return {
    value: Array.isArray(said) ? (said[0] ?? "") : (said ?? ""),
    chosen: Array.isArray(said) ? said : said ? [said] : [],
    error,
    aria: {
      "aria-describedby": described.length > 0 ? described.join(" ") : undefined,
      "aria-invalid": error ? ("true" as const) : undefined,
    },
  };
}

/** The codes of a list as options, all or only those named. */
export function optionsOf<Code extends string>(labels: Labels<Code>, codes?: readonly Code[]): Option[] {
  const named = codes ?? (Object.keys(labels) as Code[]); // Object.keys forgets what its keys are.
  return named.map((value) => ({ value, label: labels[value] }));
}

export function optionWords(option: Option, language: Language) {
  return { label: say(option.label, language), hint: option.hint && say(option.hint, language) };
}
