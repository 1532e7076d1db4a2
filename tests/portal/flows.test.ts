import { afterAll, beforeAll } from "vitest";
import { runDueJobs } from "#worker/jobs";
import { mainFlows } from "../flows/main";
import { startSite } from "./site";

let site: Awaited<ReturnType<typeof startSite>>;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site?.close());

mainFlows(() => ({ ...site, tick: () => runDueJobs(site.host) }));
