import { and, eq } from "drizzle-orm";
import { type Import, imports, type Tally } from "#schema/imports";
import type { Ctx } from "../context";
import type { Host } from "../host";
import { sameVersion } from "../http";
import { Refusal } from "../refusal";
import { nextTurn } from "../turns";
import { event, type Guard, job, mustHaveChanged, type Step, write } from "../write";
import { checkFiles } from "./check";
import { type Draft, weightOf } from "./drafts";
import { findImport, importById, mayCome } from "./imports";
import type { MoveImport } from "./input";
import { isHere, lookUp } from "./known";
import { facts, statusAfter } from "./lifecycle";
import type { SentFile } from "./sheets";
import { stepsOf } from "./steps";
import { advanced } from "./tallies";

type Worker = Pick<Ctx, "db" | "now" | "actor" | "files">;

const rowsPerPage = 60;
const patienceMs = 10 * 60_000;

/** Writes what the dry run showed, page by page; one that was cut short goes on where it stood. */
export async function applyImport(ctx: Ctx, reference: string, input: MoveImport): Promise<void> {
  mayCome(ctx);
  const { run } = await findImport(ctx, reference);
  sameVersion(run, input.version);
  const status = statusAfter(run.status, "apply");
  await write(ctx, [
    ...changed(ctx, run, { status }),
    event(ctx, {
      ...{
        recordId: run.id,
        type: `import.${facts.apply}`,
        from: run.status,
        to: status,
        forCustomer: false,
      },
    }),
    // Should this machine stop half-way, the work is taken up again.
    job(ctx, `import ${run.id}`, "imports.finish", { id: run.id }, new Date(ctx.now.getTime() + patienceMs)),
  ]);
  await writeAll(ctx, { ...run, status, version: run.version + 1 });
}

/** Takes up an import that stopped half-way; one that is done stays as it is. */
export async function finishImport(host: Host, id: string, now: Date): Promise<void> {
  const run = await importById(host, id);
  if (run.status !== "applying") return;
  await writeAll({ db: host.db, files: host.files, now, actor: { kind: "system" } }, run);
}

async function writeAll(ctx: Worker, run: Import): Promise<void> {
  const { drafts, faults } = await checkFiles(ctx, await filesOf(ctx, run), run.mapping);
  if (faults.length > 0) {
    const status = run.tallies.some(({ written }) => written > 0) ? "partly_applied" : "refused";
    await write(ctx, [...changed(ctx, run, { status, faults }), done(ctx, run, status)]);
    throw new Refusal("conflict", noLonger);
  }
  let { version, tallies } = run;
  for (const page of pagesOf(drafts)) {
    const known = await lookUp(ctx, page);
    const fresh = page.filter((draft) => !isHere(draft, known));
    if (fresh.length > 0) {
      tallies = advanced(tallies, fresh);
      const steps = await stepsOf({ ctx, known }, fresh);
      await write(ctx, [...changed(ctx, { id: run.id, version }, { tallies }), ...steps]);
      version += 1;
    }
    await nextTurn();
  }
  const end = { status: "applied" as const, appliedAt: ctx.now };
  await write(ctx, [...changed(ctx, { id: run.id, version }, end), done(ctx, run, "applied")]);
}

/** Two that apply the same import at once cannot both get past this. */
const changed = (
  ctx: Worker,
  { id, version }: Pick<Import, "id" | "version">,
  set: Partial<Pick<Import, "status" | "faults" | "appliedAt">> & { tallies?: Tally[] },
): (Step | Guard)[] => [
  ctx.db
    .update(imports)
    .set({ ...set, version: version + 1 })
    .where(and(eq(imports.id, id), eq(imports.version, version))),
  mustHaveChanged(ctx),
];

const done = (ctx: Worker, { id }: Import, to: "applied" | "partly_applied" | "refused") =>
  event(ctx, { recordId: id, type: `import.${to}`, from: "applying", to, forCustomer: false });

async function filesOf({ files }: Worker, run: Import): Promise<SentFile[]> {
  return Promise.all(
    run.files.map(async ({ name, key }) => {
      const bytes = await files.get(key);
      if (!bytes) throw new Error(`the file ${key} of import ${run.reference} is gone`);
      return { name, bytes: new Uint8Array(bytes) };
    }),
  );
}

/** Pages that are written in one go: of one noun, because what stands on others must find them written. */
function pagesOf(drafts: Draft[]): Draft[][] {
  const pages: Draft[][] = [];
  let weight = 0;
  for (const draft of drafts) {
    const page = pages.at(-1);
    weight += weightOf(draft);
    if (page && page[0]?.noun === draft.noun && weight <= rowsPerPage) page.push(draft);
    else {
      pages.push([draft]);
      weight = weightOf(draft);
    }
  }
  return pages;
}

const noLonger = {
  zh: "上传之后情况有变,文件已不能导入。请查看列出的问题。",
  en: "Something has changed since the upload, so the files no longer fit. See the faults listed.",
};
