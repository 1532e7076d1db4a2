import { describe, expect, test } from "vitest";

const files = import.meta.glob<string>("/{schema,worker,portal,tests}/**/*.{ts,mjs,astro}", {
  query: "?raw",
  import: "default",
  eager: true,
});
const sources = Object.entries(files)
  .map(([path, source]) => ({ path: path.slice("/".length), source }))
  .filter(({ path }) => path !== "tests/tidy.test.ts");
const product = sources.filter(({ path }) => !path.startsWith("tests/"));
const inside = (folder: string) => sources.filter(({ path }) => path.startsWith(`${folder}/`));

/** The offenders by name, so that one failing test tells them all. */
const having = (some: typeof sources, pattern: RegExp) =>
  some.filter(({ source }) => pattern.test(source)).map(({ path }) => path);

const emptyWords = /^(utils?|helpers?|misc|common|service|handler?|data|info|process|handle)$/i;
const declared = /^ *(?:export )?(?:async )?(?:const|let|function|type|interface) +(\w+)/gm;
const namesIn = (source: string) => [...source.matchAll(declared)].map(([, name]) => name ?? "");
const wordsOf = (name: string) => name.split(/(?=[A-Z])|[^A-Za-z]+/).map((word) => word.toLowerCase());

describe("the layers", () => {
  test("the portal touches no table and knows the worker by its API and its wording", () => {
    const forbidden = /from "(drizzle-orm|@libsql|#schema\/(?!words\/)|#worker\/(?!(api|wording)"))/;
    expect(having(inside("portal"), forbidden)).toEqual([]);
  });

  test("the schema imports nothing of ours from above but types; the demo company works by the worker's rules", () => {
    const tables = inside("schema").filter(({ path }) => !path.startsWith("schema/demo/"));
    expect(having(tables, /^import (?!type )[^;]*from "(#worker|\.\.\/(\.\.\/)?(worker|portal))/m)).toEqual(
      [],
    );
  });

  test("nothing imports the portal", () => {
    expect(having([...inside("schema"), ...inside("worker")], /from "[^"]*\/portal\/[^"]*"/)).toEqual([]);
  });

  test("routes leave queries to their noun", () => {
    const routes = inside("worker").filter(({ path }) => path.endsWith("/routes.ts"));
    expect(having(routes, /from "drizzle-orm|ctx\.db/)).toEqual([]);
  });

  test("no transaction waits for our own code: it would freeze the one connection of a file", () => {
    expect(having(product, /\.transaction\(/)).toEqual([]);
  });
});

describe("the sources", () => {
  test("a file fits on a few screens", () => {
    const long = sources.filter(({ source }) => source.split("\n").length > 251);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test("a name says something", () => {
    const empty = product.flatMap(({ path, source }) =>
      [...namesIn(source), ...path.replace(/\.\w+$/, "").split("/")]
        .filter((name) => wordsOf(name).some((word) => emptyWords.test(word)))
        .map((name) => `${path}: ${name}`),
    );
    expect(empty).toEqual([]);
  });

  test("nothing is left for later", () => {
    expect(having(sources, /\b(TODO|FIXME|XXX)\b/)).toEqual([]);
  });
});
