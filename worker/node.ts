import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { compress } from "hono/compress";
import { assets } from "./assets";
import { nameClient } from "./client";
import type { Host } from "./host";
import { runDueJobs } from "./jobs";
import { openMachine } from "./machine";
import { type Machine, wrongSetting } from "./settings";
import { createSite } from "./site";
import { repeat } from "./timer";

const jobPauseMs = 3_000;
const goodbyeMs = 10_000;
// Every command starts in the root of the project.
const clientFolder = "dist/node/client";

export type Running = { url: string; host: Host; close(): Promise<void> };

/** Serves the whole site from this machine; port 0 takes any free one. */
export async function startNode(machine: Machine): Promise<Running> {
  let respond: RequestListener = starting;
  const server = createServer((incoming, outgoing) => {
    nameClient(incoming, machine.TRUST_PROXY === "1");
    respond(incoming, outgoing);
  });
  // Taken first: a second program on this port must stop before it touches the database.
  const port = await listen(server, machine.PORT);
  const { host, close } = await openMachine({ ...machine, PORT: port });
  respond = getRequestListener(createSite(host, compress(), assets(clientFolder)).fetch);
  const jobs = repeat(jobPauseMs, () => runDueJobs(host));
  return {
    url: `http://localhost:${port}`,
    host,
    async close() {
      await Promise.all([jobs.stop(), hangUp(server)]);
      await close();
    },
  };
}

const starting: RequestListener = (_incoming, outgoing) => {
  outgoing.writeHead(503, { "retry-after": "2" }).end();
};

function listen(server: Server, port: number) {
  return new Promise<number>((resolve, reject) => {
    server.once("error", (error) =>
      reject(
        "code" in error && error.code === "EADDRINUSE" ? wrongSetting("PORT", `${port} is taken`) : error,
      ),
    );
    server.listen(port, () => resolve((server.address() as AddressInfo).port)); // A TCP server has one.
  });
}

/** Lets answers that are under way finish, but not for ever. */
async function hangUp(server: Server) {
  const impatience = setTimeout(() => server.closeAllConnections(), goodbyeMs);
  await new Promise((resolve) => server.close(resolve));
  clearTimeout(impatience);
}
