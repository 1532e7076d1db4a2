// Plain JavaScript for any Node from 18 on: it runs before anything is installed.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { ensureInstalled, pinnedNode } from "./install.mjs";
import { endWithNpm } from "./npm.mjs";

const root = fileURLToPath(new URL("../../", import.meta.url));
const [name = "serve", ...words] = process.argv.slice(2);

process.chdir(root);
endWithNpm();
ensureInstalled({ forDevelopment: ["test", "check", "bench"].includes(name) });

if (process.execPath === pinnedNode()) {
  const { run } = await import("./scripts.mjs");
  process.exitCode = await run(name, words);
} else {
  const again = spawn(pinnedNode(), process.argv.slice(1), { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => again.kill(signal));
  again.on("exit", (code) => process.exit(code ?? 1));
}
