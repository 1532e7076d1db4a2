import type { Draft } from "./drafts";

type Keys = Record<Draft["noun"] | "person" | "price_list" | "uscc", string[]>;

/** Every key by which some drafts, and what they stand on, may be known already. */
export function keysOf(drafts: Draft[]): Keys {
  const keys: Keys = {
    ...{ party: [], family: [], product: [], sku: [], order: [], entry: [], price: [] },
    ...{ person: [], price_list: [], uscc: [] },
  };
  for (const draft of drafts) {
    keys[draft.noun].push(draft.ref);
    for (const { kind, key } of draft.needs) keys[kind].push(key);
    if (draft.noun === "party") {
      const { code, below, byName, file } = draft;
      const names = byName ? [file.nameZh, file.nameEn] : [];
      keys.party.push(...[code, below, ...names].filter((key) => key != null));
      if (file.uscc) keys.uscc.push(file.uscc);
    }
    if (draft.noun === "product") keys.product.push(draft.reference);
    if (draft.noun === "sku") {
      keys.sku.push(draft.code);
      keys.product.push(draft.product);
    }
    if (draft.noun === "order" && draft.reference) keys.order.push(draft.reference);
  }
  return keys;
}
