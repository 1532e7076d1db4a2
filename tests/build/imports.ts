import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ImportView } from "#worker/imports/output";
import type { Person } from "../cast";
import type { World } from "../world";

/** A wholesaler's export that nobody here made, where it lies beside the repository. */
export const wholesaler = "../shared/data/northwind";
export const hasWholesaler = existsSync(join(wholesaler, "orders.csv"));
/** A few made-up rows in the same layout. */
export const excerpt = "tests/imports/excerpt";

export type Sent = { name: string; bytes: Uint8Array<ArrayBuffer> };

export const filesIn = (folder: string): Sent[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }));

export const fileOf = (name: string, text: string): Sent => ({ name, bytes: new TextEncoder().encode(text) });

/** One table as Excel saves it. */
export const csv = (text: string): Sent[] => [fileOf("sent.csv", `\ufeff${text}`)];

/** The same files with one of them said otherwise. */
export const withFile = (files: Sent[], name: string, change: (text: string) => string): Sent[] =>
  files.map((file) =>
    file.name === name ? fileOf(name, change(new TextDecoder().decode(file.bytes))) : file,
  );

export const formOf = (files: Sent[], id: string = crypto.randomUUID()) => {
  const form = new FormData();
  form.set("id", id);
  for (const { name, bytes } of files) form.append("files", new File([bytes], name));
  return form;
};

/** Uploads files as the administrator; what the API says of them. */
export async function upload(world: World, files: Sent[], who: Person = "ada"): Promise<ImportView> {
  const sent = await world.as(who).post("/imports", formOf(files));
  if (sent.status !== 201) throw new Error(`the files were not taken: ${await sent.text()}`);
  return (await sent.json()) as ImportView;
}

export async function apply(
  world: World,
  { reference }: ImportView,
  who: Person = "ada",
): Promise<ImportView> {
  const applied = await world.as(who).post(`/imports/${reference}/moves/apply`);
  if (applied.status !== 200) throw new Error(`the import was not applied: ${await applied.text()}`);
  return (await applied.json()) as ImportView;
}

/** Uploads and applies in one go. */
export const bringIn = async (world: World, files: Sent[]) => apply(world, await upload(world, files));
