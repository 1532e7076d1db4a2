import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestHarness } from "wrangler";
import type { Host } from "#worker/host";
import { openMachine } from "#worker/machine";
import { readMachine } from "#worker/settings";
import { type Hrana, startHrana } from "./hrana";

const authSecret = "a secret that only the tests know";

export type EdgeWorker = {
  url: string;
  /** The same database, opened from the side, to arrange and to look. */
  host: Host;
  database: Hrana;
  /** The cron trigger fires. */
  tick(): Promise<void>;
  logs(): unknown[];
  close(): Promise<void>;
};

/** The built Worker in workerd, with R2 on this disk and libSQL over HTTP. */
export async function startWorker({ demo = "tiny" } = {}): Promise<EdgeWorker> {
  process.env.CLOUDFLARE_CF_FETCH_ENABLED = "false"; // Nothing here asks the network.
  const folder = mkdtempSync(join(tmpdir(), "edge-"));
  const path = join(folder, "portal.db");
  const machine = { DATABASE_URL: `file:${path}`, FILES_DIR: folder, AUTH_SECRET: authSecret, DEMO: demo };
  const { host, close } = await openMachine(readMachine(machine));
  const database = await startHrana({ path });

  const secrets = { AUTH_SECRET: authSecret, DATABASE_URL: database.url };
  const worker = (publicUrl: string) => ({
    configPath: "dist/edge/server/wrangler.json",
    secrets,
    vars: { DEMO: demo, PUBLIC_URL: publicUrl },
  });
  const harness = createTestHarness({ workers: [worker("http://localhost")] });
  // Its address is known only once it listens.
  const { url } = await harness.listen();
  await harness.update({ workers: [worker(url.origin)] });
  return {
    url: url.origin,
    host,
    database,
    tick: async () => void (await harness.getWorker().scheduled({ cron: "* * * * *" })),
    logs: () => harness.getLogs(),
    async close() {
      await harness.close();
      await database.close();
      await close();
    },
  };
}
