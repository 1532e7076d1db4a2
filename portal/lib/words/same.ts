/** The shape of a dictionary: the same keys, the same parameters, other words. */
export type Same<T> = {
  [K in keyof T]: T[K] extends (...given: infer Given) => string
    ? (...given: Given) => string
    : T[K] extends string
      ? string
      : Same<T[K]>;
};
