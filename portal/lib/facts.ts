/** The words of an event such as `product.published`: named by the part after the noun. */
export function factTitle(type: string, facts: Record<string, string>): string {
  const fact = type.slice(type.indexOf(".") + 1);
  return facts[fact] ?? fact.replaceAll("_", " ");
}
