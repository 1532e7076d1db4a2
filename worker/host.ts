import type { Client } from "@libsql/client";
import type { LibSQLDatabase } from "drizzle-orm/libsql";
import type * as schema from "#schema/index";

export type Db = LibSQLDatabase<typeof schema>;

/** A private store of uploaded bytes under opaque keys. */
export type FileStore = {
  put(key: string, bytes: Uint8Array, mime: string): Promise<void>;
  get(key: string): Promise<Uint8Array | null>;
  remove(key: string): Promise<void>;
};

export type Mail = { id: string; to: string; subject: string; text: string };
/** Sends one mail or throws; the outbox retries with the same id. */
export type Mailer = { send(mail: Mail): Promise<void> };

export type Settings = {
  publicUrl: string;
  authSecret: string;
  /** Demo installations never send mail and say so on every page. */
  demo: boolean;
};

/** All that differs between one machine and the edge. */
export type Host = {
  client: Client;
  db: Db;
  files: FileStore;
  mailer: Mailer;
  settings: Settings;
  now(): Date;
  waitUntil(work: Promise<unknown>): void;
};
