import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

export type Server = { url: string; close(): void };

/** The Node host as its own process, as `npm start` runs it, on a company of that size. */
export async function startServer(settings: Record<string, string>): Promise<Server> {
  const port = await freePort();
  const child = spawn(process.execPath, ["worker/start/run.mjs", "serve"], {
    stdio: ["ignore", "ignore", "inherit"],
    env: {
      ...process.env,
      PORT: String(port),
      AUTH_SECRET: "a secret that only the bench knows",
      ...settings,
    },
  });
  const url = `http://localhost:${port}`;
  for (let tries = 0; ; tries++) {
    const ready = await fetch(`${url}/readyz`).then(
      (reply) => reply.ok,
      () => false,
    );
    if (ready) return { url, close: () => child.kill() };
    if (child.exitCode !== null || tries > 3_000) throw new Error("the server did not start");
    await pause(200);
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Signs one of the demo people in; the cookie header to send from then on. */
export async function signIn(url: string, email: string): Promise<string> {
  const reply = await fetch(`${url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json", origin: url },
    body: JSON.stringify({ email, password: "demo-dangkou" }),
  });
  if (!reply.ok) throw new Error(`${email} could not sign in: ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((line) => line.split(";")[0])
    .join("; ");
}
