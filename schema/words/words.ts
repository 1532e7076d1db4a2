export const languages = ["zh", "en"] as const;
export type Language = (typeof languages)[number];
export type Words = Record<Language, string>;

/** Both languages of every code of one list; a missing or extra code is a type error. */
export type Labels<Code extends string> = Record<Code, Words>;

/** The codes of a list of labels, in their order, as tables and inputs want them. */
export function codesOf<Code extends string>(labels: Labels<Code>): [Code, ...Code[]] {
  return Object.keys(labels) as [Code, ...Code[]]; // Object.keys forgets what its keys are.
}
