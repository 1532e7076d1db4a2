import type { Language } from "#schema/words/words";
import type { Actor } from "./actor";
import type { Auth } from "./auth";
import type { Db, FileStore, Host, Settings } from "./host";

/** All that a verb may lean on, besides its input. */
export type Ctx = {
  db: Db;
  files: FileStore;
  settings: Settings;
  auth: Auth;
  host: Host;
  actor: Actor;
  /** The only source of the current time. */
  now: Date;
  language: Language;
  requestId: string;
  /** The caller's network address, as the host vouches for it. */
  address: string;
};
