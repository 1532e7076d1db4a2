import type { Words } from "#schema/words/words";

const statusOf = {
  unauthenticated: 401, // We do not know who you are.
  not_allowed: 403, // You can see it, but this is not yours to do.
  not_found: 404, // It does not exist, or you may not know that it does.
  conflict: 409, // Not now: the state forbids it, or someone was faster.
  too_large: 413,
  unsupported: 415,
  invalid: 422, // Say it differently; `fields` tells how.
  too_many: 429,
  unavailable: 503, // The database cannot be reached; come back shortly.
} as const;
export type RefusalCode = keyof typeof statusOf;

/** An expected "no". Its message is written for the person who asked, in both languages. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly words: Words;
  readonly fields: Record<string, Words>;

  constructor(code: RefusalCode, words: Words, fields: Record<string, Words> = {}) {
    super(words.en);
    this.code = code;
    this.words = words;
    this.fields = fields;
  }

  get status() {
    return statusOf[this.code];
  }
}

export function allow(permitted: boolean): asserts permitted {
  if (!permitted) {
    throw new Refusal("not_allowed", {
      zh: "您没有权限进行此操作。",
      en: "You are not allowed to do that.",
    });
  }
}
