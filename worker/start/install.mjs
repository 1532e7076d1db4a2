import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, realpathSync } from "node:fs";

const node = `node_modules/node/bin/node${process.platform === "win32" ? ".exe" : ""}`;

/** The Node that package.json pins, whichever Node started npm. */
export const pinnedNode = () => realpathSync(node);

/** Installs when what is in node_modules is not what the lock file says. */
export function ensureInstalled({ forDevelopment }) {
  if (isInstalled(forDevelopment)) return;
  console.log("Installing dependencies …");
  const { npm_node_execpath: npmNode, npm_execpath: npm } = process.env;
  const options = [
    "ci",
    "--no-audit",
    "--no-fund",
    "--loglevel=error",
    ...(forDevelopment ? ["--include=dev"] : []),
  ];
  const { status } = npm
    ? spawnSync(npmNode ?? process.execPath, [npm, ...options], { stdio: "inherit" })
    : spawnSync("npm", options, { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}

function isInstalled(forDevelopment) {
  const there = "node_modules/.package-lock.json";
  if (!existsSync(there) || !existsSync(node)) return false;
  const installed = packagesOf(there);
  return Object.entries(packagesOf("package-lock.json")).every(([path, wanted]) => {
    if (path === "" || wanted.optional || wanted.peer) return true;
    if ((wanted.dev || wanted.devOptional) && !forDevelopment) return true;
    return installed[path]?.version === wanted.version;
  });
}

const packagesOf = (lock) => JSON.parse(readFileSync(lock, "utf8")).packages;
