import { spawn } from "node:child_process";
import { ensureBuilt } from "./build.mjs";

const astro = "node_modules/astro/bin/astro.mjs";
const biome = "node_modules/@biomejs/biome/bin/biome";
const vitest = "node_modules/vitest/vitest.mjs";
const wrangler = "node_modules/wrangler/bin/wrangler.js";

/** Runs one npm script on the pinned Node; answers with its exit code. */
export async function run(name, words) {
  switch (name) {
    case "dev":
      return node(astro, "dev", ...words);
    case "build":
      return ensureBuilt("node");
    case "build:edge":
      return ensureBuilt("edge");
    case "check":
      return check();
    case "test":
      return (await check()) || node(vitest, "run", ...words);
    case "bench":
      return ensureBuilt("node") || node(vitest, "run", "-c", "tests/bench/vitest.config.ts", ...words);
    case "deploy":
      return ensureBuilt("edge") || node(wrangler, "deploy", ...words);
    default:
      return ensureBuilt("node") || onNodeHost(name, words);
  }
}

async function check() {
  return (
    (await node(biome, "check", "--error-on-warnings")) ||
    (await node(astro, "check", "--silent")) ||
    node(vitest, "run", "tests/tidy.test.ts")
  );
}

async function onNodeHost(name, words) {
  const { command } = await import("../../dist/node/server/entry.mjs");
  await command(name, ...words);
}

function node(...words) {
  const child = spawn(process.execPath, words, {
    stdio: "inherit",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
  });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  return new Promise((resolve) => child.on("exit", (code) => resolve(code ?? 1)));
}
