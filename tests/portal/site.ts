import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { readMachine } from "#worker/settings";
import { newFolder } from "../host/folder";

type Program = typeof import("#worker/command");

/** The built site on a free port, with a database and files of its own. */
export async function startSite(settings: Record<string, string> = {}) {
  const folder = newFolder();
  // The build, not the sources: only it knows the pages.
  const program = pathToFileURL(resolve("dist/node/server/entry.mjs")).href;
  const { startNode }: Program = await import(/* @vite-ignore */ program);
  return startNode(
    readMachine({
      DATABASE_URL: `file:${join(folder, "portal.db")}`,
      FILES_DIR: join(folder, "files"),
      AUTH_SECRET: "a secret that only the tests know",
      PORT: "0",
      DEMO: "tiny",
      ...settings,
    }),
  );
}
