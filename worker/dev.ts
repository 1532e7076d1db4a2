import { openMachine } from "./machine";
import { readMachine } from "./settings";
import { createSite } from "./site";

const { host, close } = await openMachine(readMachine({ PORT: "4321", ...process.env }));
const site = createSite(host);
import.meta.hot?.dispose(close);

/** `npm run dev`: the same site, with Astro's reloading; jobs and the demo wait for `npm start`. */
export default { fetch: (request: Request) => site.fetch(request) };
