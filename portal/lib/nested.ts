import type { Answers } from "./form";

type Tree = { [key: string]: Tree | string | string[] };

/** `lines.0.quantity` becomes `{ lines: [{ quantity }] }`, the shape that the API wants. */
export function nested(values: Answers): Record<string, unknown> {
  const root: Tree = Object.create(null);
  for (const [path, value] of Object.entries(values)) place(root, path.split("."), value);
  return withLists(root) as Record<string, unknown>; // The root itself is never a list of numbered keys.
}

function place(tree: Tree, [key = "", ...rest]: string[], value: string | string[]) {
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const branch = tree[key];
  const next: Tree =
    branch && typeof branch === "object" && !Array.isArray(branch) ? branch : Object.create(null);
  tree[key] = next;
  place(next, rest, value);
}

function withLists(tree: Tree | string | string[]): unknown {
  if (typeof tree === "string" || Array.isArray(tree)) return tree;
  const entries = Object.entries(tree).map(([key, value]) => [key, withLists(value)] as const);
  const numbered = entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key));
  return numbered ? entries.map(([, value]) => value) : Object.fromEntries(entries);
}
