import { openDatabase } from "./database";
import { importFolder } from "./importCommand";
import { openMachine } from "./machine";
import { migrate } from "./migrate";
import { startNode } from "./node";
import { Refusal } from "./refusal";
import { type Machine, readMachine } from "./settings";
import { setUp } from "./setup";
import { welcome } from "./welcome";

export { startNode };

const commands: Record<string, (machine: Machine, words: string[]) => Promise<void>> = {
  serve,
  migrate: migrateOnly,
  import: importTables,
  setup: setUpCompany,
};

/** What `npm start` and its sisters run; the name is that of the npm script. */
export async function command(name: string, ...words: string[]): Promise<void> {
  const run = commands[name];
  if (!run) return stop(`There is no command "${name}".`);
  try {
    await run(readMachine(process.env), words);
  } catch (error) {
    const said = error instanceof Refusal || (error instanceof Error && error.cause === "setting");
    stop(said ? error.message : error);
  }
}

async function serve(machine: Machine) {
  const running = await startNode(machine);
  console.log(welcome(running.host.settings.publicUrl, machine.DEMO));
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.once(signal, () => void running.close().then(() => process.exit(0)));
  }
}

async function migrateOnly({ DATABASE_URL, DATABASE_AUTH_TOKEN }: Machine) {
  const { client } = await openDatabase(DATABASE_URL, DATABASE_AUTH_TOKEN);
  const applied = await migrate(client);
  client.close();
  console.log(applied.length ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
}

async function importTables(machine: Machine, words: string[]) {
  const { host, close } = await openMachine(machine);
  const lines = await importFolder(host, words);
  await close();
  console.log(lines.join("\n"));
}

async function setUpCompany(machine: Machine, words: string[]) {
  const { host, close } = await openMachine({ ...machine, DEMO: "none" });
  const link = await setUp(host, words);
  await close();
  console.log(`Open this within a day to choose the administrator's password:\n${link}`);
}

function stop(why: unknown) {
  console.error(why);
  process.exit(1);
}
