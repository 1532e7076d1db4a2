import { and, eq, isNull, sql } from "drizzle-orm";
import { fileLimits, files, type StoredFile } from "#schema/files";
import type { ReachNoun } from "#schema/reach";
import { isSignedIn } from "../actor";
import type { Ctx } from "../context";
import { knownFile } from "../fileTypes";
import type { Host } from "../host";
import { Refusal } from "../refusal";
import { takeTry } from "../throttle";
import { job, must, write } from "../write";
import type { UploadFile } from "./input";
import { looseFilesOf, uploaderOf, visibleFiles } from "./policy";

const perAddress = { tries: 60, minutes: 60 };
const looseMs = 2 * 86_400_000;

/** Keeps a file that no record has taken yet; the same id with the same bytes is the same file. */
export async function uploadFile(ctx: Ctx, { id, file }: UploadFile): Promise<StoredFile> {
  if (file.size > fileLimits.bytes) throw tooLarge;
  if (!isSignedIn(ctx.actor)) await takeTry(ctx, [{ key: `upload from ${ctx.address}`, limit: perAddress }]);
  const { bytes, mime } = knownFile(new Uint8Array(await file.arrayBuffer()));
  const row = {
    id,
    storeKey: crypto.randomUUID(),
    name: nameOf(file),
    mime,
    sizeBytes: bytes.byteLength,
    sha256: await sha256Of(bytes),
    uploadedBy: uploaderOf(ctx.actor),
    uploadedAt: ctx.now,
  };
  const before = await stored(ctx, id);
  if (before) return sameAs(row, before);
  await ctx.files.put(row.storeKey, bytes, mime);
  await write(ctx, [
    ctx.db.insert(files).values(row).onConflictDoNothing(),
    job(ctx, `forget file ${id}`, "files.forget", { id }, new Date(ctx.now.getTime() + looseMs)),
  ]);
  return sameAs(row, await stored(ctx, id));
}

/** The bytes of a file that this actor may read. */
export async function openFile(ctx: Ctx, id: string): Promise<{ file: StoredFile; bytes: Uint8Array }> {
  const [file] = await ctx.db
    .select()
    .from(files)
    .where(and(eq(files.id, id), visibleFiles(ctx.actor)))
    .limit(1);
  const bytes = file && (await ctx.files.get(file.storeKey));
  if (!bytes) throw new Refusal("not_found", { zh: "没有找到该文件。", en: "We could not find that file." });
  return { file, bytes };
}

type Taking = { ids: string[]; noun: ReachNoun; recordId: string; forStaffOnly?: boolean };

/** Steps by which a record takes its sender's loose files; one that is gone or another's takes all back. */
export function attachFiles(ctx: Ctx, { ids, noun, recordId, forStaffOnly = false }: Taking) {
  if (ids.length > fileLimits.perRecord) throw new Refusal("invalid", tooMany, { fileIds: tooMany });
  return ids.flatMap((id) => [
    ctx.db
      .update(files)
      .set({ noun, recordId, forStaffOnly })
      .where(and(eq(files.id, id), looseFilesOf(ctx.actor))),
    must(ctx, sql`changes() = 1`, new Refusal("invalid", notYours, { fileIds: notYours })),
  ]);
}

/** Forgets an upload that no record took in time. */
export async function forgetLooseFile({ db, files: store }: Pick<Host, "db" | "files">, id: string) {
  const [gone] = await db
    .delete(files)
    .where(and(eq(files.id, id), isNull(files.recordId)))
    .returning();
  if (gone) await store.remove(gone.storeKey);
}

async function stored({ db }: Pick<Ctx, "db">, id: string): Promise<StoredFile | undefined> {
  const [row] = await db.select().from(files).where(eq(files.id, id)).limit(1);
  return row;
}

type Same = Pick<StoredFile, "sha256" | "uploadedBy">;

function sameAs(sent: Same, kept: StoredFile | undefined): StoredFile {
  if (kept && kept.sha256 === sent.sha256 && kept.uploadedBy === sent.uploadedBy) return kept;
  throw new Refusal("conflict", {
    zh: "该编号下已有另一个文件，请重新选择文件上传。",
    en: "Another file was sent under this id. Choose the file again.",
  });
}

/** What the sender called it, without folders and without what would break a header. */
function nameOf({ name }: File): string {
  const bare = name.split(/[/\\]/).at(-1) ?? "";
  const clean = bare.replace(/[\p{Cc}\p{Cf}"]/gu, "").trim();
  return clean.slice(-fileLimits.name) || "file";
}

async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

const mib = fileLimits.bytes / 1024 / 1024;
export const tooLarge = new Refusal(
  "too_large",
  { zh: `文件不能超过 ${mib} MB。`, en: `A file may be ${mib} MB at most.` },
  { file: { zh: `文件不能超过 ${mib} MB。`, en: `A file may be ${mib} MB at most.` } },
);
const tooMany = {
  zh: `最多 ${fileLimits.perRecord} 个文件。`,
  en: `Send ${fileLimits.perRecord} files at most.`,
};
const notYours = {
  zh: "有文件已失效或已用于其他记录，请重新上传。",
  en: "A file is no longer there or belongs to another record. Send it again.",
};
