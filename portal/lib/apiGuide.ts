export type Route = { method: string; path: string; summary: string };
type Operation = { summary?: string };
type Document = { paths?: Record<string, Record<string, Operation>> };

/** The routes of an OpenAPI document by their noun, in the order of the document. */
export function routesByNoun(document: unknown): [string, Route[]][] {
  const { paths = {} } = document as Document; // Our own API describes itself.
  const routes = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { summary = "" }]) => ({
      method: method.toUpperCase(),
      path,
      summary,
    })),
  );
  const groups = new Map<string, Route[]>();
  for (const route of routes) {
    const noun = route.path.split("/")[1] ?? "";
    groups.set(noun, [...(groups.get(noun) ?? []), route]);
  }
  return [...groups];
}
