import { openMachine } from "./machine";
import { readMachine } from "./settings";
import { createSite } from "./site";

const { host, close } = await openMachine(readMachine({ PORT: "4321", ...process.env }));
const site = createSite(host);
import.meta.hot?.dispose(close);

/** `npm run dev`: the same site, reloading as it is edited; jobs wait for `npm start`. */
export default {
  async fetch(request: Request) {
    request.headers.set("x-client-address", "127.0.0.1");
    const response = await site.fetch(request);
    response.headers.delete("content-security-policy"); // Reloading is done by scripts inside the page.
    return response;
  },
};
