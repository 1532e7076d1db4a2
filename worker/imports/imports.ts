import { and, desc, eq, sql } from "drizzle-orm";
import { type Import, type ImportedFile, imports } from "#schema/imports";
import { people } from "#schema/people";
import { isSignedIn } from "../actor";
import type { Ctx } from "../context";
import { eventRows, eventsOf } from "../events";
import { hashOf } from "../identity";
import { once } from "../once";
import { after, type PageOf, page } from "../page";
import { numberKey } from "../reference";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, nextReference, write } from "../write";
import { checkFiles } from "./check";
import type { ImportQuery, UploadImport } from "./input";
import type { ImportPage, ImportRow } from "./output";
import { mayImport, visibleImports } from "./policy";
import type { SentFile } from "./sheets";

/** Keeps an upload with what it would do; nothing of it is written yet. */
export async function uploadImport(ctx: Ctx, { id, mapping, files }: UploadImport): Promise<string> {
  mayCome(ctx);
  const sent = await Promise.all(files.map(bytesOf));
  const said = await Promise.all(sent.map(async ({ name, bytes }) => [name, await hashOf(bytes)]));
  await once(ctx, { id, input: { mapping, said } }, async (hash) => {
    const { mapping: found, sheets, faults, tallies } = await checkFiles(ctx, sent, mapping);
    const status = faults.length > 0 ? "refused" : "dry_run";
    const kept = await Promise.all(sent.map((file) => keep(ctx, file)));
    const number = nextReference(ctx, numberKey("IM", null, ctx.now));
    await write(ctx, [
      number.step,
      ctx.db.insert(imports).values({
        ...{ id, status, sheets, faults, tallies, files: kept, mapping: found.name, at: ctx.now },
        reference: number.reference as unknown as string, // Drizzle takes an expression where its types say a text.
        uploadedBy: isSignedIn(ctx.actor) ? ctx.actor.personId : ctx.actor.kind,
      }),
      event(ctx, {
        ...{ recordId: id, type: "import.checked", to: status, forCustomer: false },
        details: { said: hash, faults: faults.length },
      }),
    ]);
  });
  const { reference } = await importById(ctx, id);
  return reference;
}

/** Whoever may import; the command on the machine itself acts for the system. */
export function mayCome(ctx: Ctx) {
  if (ctx.actor.kind !== "system") signedIn(ctx);
  allow(mayImport(ctx.actor));
}

async function bytesOf(file: File): Promise<SentFile> {
  const bare = file.name.split(/[/\\]/).at(-1) ?? "";
  const name =
    bare
      .replace(/[\p{Cc}\p{Cf}"]/gu, "")
      .trim()
      .slice(-120) || "file";
  return { name, bytes: new Uint8Array(await file.arrayBuffer()) };
}

async function keep({ files }: Ctx, { name, bytes }: SentFile): Promise<ImportedFile> {
  const key = crypto.randomUUID();
  await files.put(key, bytes, "application/octet-stream");
  return { name, key };
}

export async function listImports(ctx: Ctx, query: ImportQuery): Promise<PageOf<ImportRow>> {
  mayCome(ctx);
  const rows = await ctx.db
    .select({ run: imports, by: people.name })
    .from(imports)
    .leftJoin(people, eq(people.id, imports.uploadedBy))
    .where(
      and(
        visibleImports(ctx.actor),
        query.status && eq(imports.status, query.status),
        after(query.cursor, imports.at, imports.id),
      ),
    )
    .orderBy(desc(imports.at), desc(imports.id))
    .limit(query.limit + 1);
  return page(rows, query.limit, ({ run }) => [run.at.getTime(), run.id]);
}

/** One import with its history, in one round trip. */
export async function findImport(ctx: Ctx, reference: string): Promise<ImportPage> {
  if (ctx.actor.kind !== "system") signedIn(ctx);
  const which = and(eq(imports.reference, reference), visibleImports(ctx.actor));
  const id = ctx.db.select({ id: imports.id }).from(imports).where(which);
  const [[head], happened] = await ctx.db.batch([
    ctx.db
      .select({ run: imports, by: people.name })
      .from(imports)
      .leftJoin(people, eq(people.id, imports.uploadedBy))
      .where(which)
      .limit(1),
    eventsOf(ctx, sql`(${id})`),
  ]);
  if (!head) throw noSuchImport();
  return { ...head, events: eventRows(happened) };
}

export async function importById({ db }: Pick<Ctx, "db">, id: string): Promise<Import> {
  const [run] = await db.select().from(imports).where(eq(imports.id, id)).limit(1);
  if (!run) throw noSuchImport();
  return run;
}

const noSuchImport = () =>
  new Refusal("not_found", { zh: "没有找到该导入批次。", en: "We could not find that import." });
