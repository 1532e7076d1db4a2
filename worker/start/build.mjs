import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const sources = ["schema", "worker", "portal"];
const settings = ["astro.config.ts", "package-lock.json", "package.json", "tsconfig.json", "wrangler.toml"];

/**
 * Builds the site for `node` or `edge` unless the last build was made from the same sources;
 * answers with an exit code.
 */
export function ensureBuilt(host) {
  const stamp = `dist/${host}/sources`;
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === now) return 0;

  rmSync(`dist/${host}`, { recursive: true, force: true });
  const { status } = spawnSync(process.execPath, ["node_modules/astro/bin/astro.mjs", "build", "--silent"], {
    stdio: "inherit",
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1", PORTAL_HOST: host },
  });
  if (status === 0) writeFileSync(stamp, now);
  return status ?? 1;
}

function fingerprint() {
  const hash = createHash("sha256");
  for (const path of [...settings, ...sources.flatMap(filesIn)].sort()) {
    if (existsSync(path)) hash.update(path).update("\0").update(readFileSync(path));
  }
  return hash.digest("hex");
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
