import type { Book } from "./books";
import type { Catalogue } from "./catalogue";
import type { Demo } from "./demo";
import type { Lots } from "./lots";
import type { Cast } from "./parties";
import type { Prices } from "./prices";

/** All that builders of papers draw on. */
export type World = Demo & {
  cast: Cast;
  catalogue: Catalogue;
  prices: Prices;
  lots: Lots;
  books: Map<string, Book>;
};
