import { sql } from "drizzle-orm";
import { demoPassword } from "#schema/demo/people";
import { isHalfSeeded, seedDemo } from "#schema/demo/seed";
import { parties } from "#schema/parties";
import { createAuth } from "./auth";
import { openDatabase } from "./database";
import { diskStore } from "./disk";
import type { Host } from "./host";
import { mailerFor } from "./mailer";
import { migrate } from "./migrate";
import { keptSecret } from "./secret";
import type { DemoProfile, Machine } from "./settings";

export type OpenMachine = { host: Host; close(): Promise<void> };

/** All that one machine lends to the app, its database migrated and, in a demo, never empty. */
export async function openMachine(machine: Machine): Promise<OpenMachine> {
  const publicUrl = machine.PUBLIC_URL ?? `http://localhost:${machine.PORT}`;
  const demo = machine.DEMO !== "none";
  const { client, db } = await openDatabase(machine.DATABASE_URL, machine.DATABASE_AUTH_TOKEN);
  await migrate(client);

  const background = new Set<Promise<unknown>>();
  const host: Host = {
    client,
    db,
    files: diskStore(machine.FILES_DIR),
    mailer: mailerFor({ smtpUrl: machine.SMTP_URL, from: machine.MAIL_FROM, publicUrl, demo }),
    settings: { publicUrl, authSecret: machine.AUTH_SECRET ?? keptSecret(), demo },
    now: () => new Date(),
    waitUntil(work) {
      const settled = work.catch(console.error).finally(() => background.delete(settled));
      background.add(settled);
    },
  };
  await seedIfEmpty(host, machine.DEMO);
  return {
    host,
    async close() {
      await Promise.all(background);
      client.close();
    },
  };
}

async function seedIfEmpty(host: Host, profile: DemoProfile) {
  if (profile === "none") return;
  const [party] = await host.db.select({ one: sql`1` }).from(parties).limit(1);
  if (party && !(await isHalfSeeded(host.client))) return;
  const { password } = await createAuth(host).$context;
  const passwordHash = await password.hash(demoPassword); // Once for all: hashing is slow by design.
  await seedDemo({ client: host.client, now: host.now(), passwordHash }, profile);
}
