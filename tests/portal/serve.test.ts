import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, expect, test } from "vitest";
import { newFolder } from "../host/folder";

const programs: ChildProcess[] = [];
afterEach(() => {
  for (const program of programs.splice(0)) program.kill("SIGKILL");
});

const settingsIn = (folder: string) => ({
  DATABASE_URL: `file:${join(folder, "portal.db")}`,
  FILES_DIR: join(folder, "files"),
  AUTH_SECRET: "a secret that only the tests know",
  PORT: "0",
  DEMO: "tiny",
});

/** What `npm start` runs; it is up when it has printed its address. */
async function start(settings: Record<string, string>) {
  const program = spawn(process.execPath, ["worker/start/run.mjs", "serve"], {
    env: { ...process.env, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  programs.push(program);
  const said: string[] = [];
  for (const stream of [program.stdout, program.stderr]) {
    createInterface({ input: stream }).on("line", (line) => said.push(line));
  }
  await Promise.race([once(program.stdout, "data"), once(program, "exit")]);
  const url = said.join("\n").match(/http:\S+/)?.[0] ?? "";
  return { program, said, url };
}

test("the program prints its address and the people of the demo, then is ready", async () => {
  const { url, said } = await start(settingsIn(newFolder()));

  expect(said.join("\n")).toContain("manager@lanxu.example");
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test("a dealer is still signed in after the program was killed", async () => {
  const settings = settingsIn(newFolder());
  const first = await start(settings);
  const signedIn = await fetch(`${first.url}/api/v1/session`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email: "owner@xijin.example", password: "demo-dangkou" }),
  });
  const cookie = signedIn.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");

  first.program.kill("SIGKILL");
  await once(first.program, "exit");
  const second = await start(settings);

  const session = await fetch(`${second.url}/api/v1/session`, { headers: { cookie } });
  expect(session.status).toBe(200);
  expect(await session.text()).toContain("owner@xijin.example");
});

test("the program ends by itself when it is asked to", async () => {
  const { program } = await start(settingsIn(newFolder()));

  program.kill("SIGTERM");

  expect(await once(program, "exit")).toEqual([0, null]);
});

test("a wrong setting stops the program with one sentence that names it", async () => {
  const { program, said } = await start({ ...settingsIn(newFolder()), PORT: "many" });

  expect(program.exitCode).toBe(1);
  expect(said).toEqual(["PORT must be a whole number from 0 to 65535."]);
});

test("a second program on the same port stops before it touches anything", async () => {
  const { url } = await start(settingsIn(newFolder()));
  const { port } = new URL(url);

  const second = await start({ ...settingsIn(newFolder()), PORT: port });

  expect(second.said).toEqual([`PORT ${port} is taken.`]);
});
