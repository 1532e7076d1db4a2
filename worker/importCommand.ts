import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Tally } from "#schema/imports";
import { createAuth } from "./auth";
import type { Ctx } from "./context";
import type { Host } from "./host";
import { applyImport } from "./imports/apply";
import { findImport, uploadImport } from "./imports/imports";
import { Refusal } from "./refusal";
import { formatCount, formatMoney } from "./wording";

/** Brings the tables of a folder in as the import page does it, and says what came of it, line by line. */
export async function importFolder(host: Host, [mapping, folder]: string[]): Promise<string[]> {
  if (!mapping || !folder) throw wrongWords();
  const names = readdirSync(folder).filter((name) => /\.(csv|xlsx)$/i.test(name));
  const files = names.map((name) => new File([readFileSync(join(folder, name))], basename(name)));
  const ctx = asSystem(host);
  const reference = await uploadImport(ctx, { id: crypto.randomUUID(), mapping, files });
  const { run } = await findImport(ctx, reference);
  const skipped = run.sheets.filter(({ readAs }) => readAs === null).map(({ name }) => `${name}: not needed`);
  if (run.faults.length > 0) {
    const faults = run.faults.map(
      ({ file, row, column, words }) => `${file}, row ${row}${column ? `, ${column}` : ""}: ${words.en}`,
    );
    const why = [`${reference}: nothing was imported.`, ...faults].join("\n");
    throw new Refusal("invalid", { zh: why, en: why });
  }
  await applyImport(ctx, reference, {});
  const done = await findImport(ctx, reference);
  return [`${reference}: imported.`, ...done.run.tallies.map(lineOf), ...skipped];
}

const names: Record<string, string> = {
  party: "parties",
  family: "product families",
  product: "products",
  sku: "SKUs",
  order: "orders",
  order_line: "order lines",
  shipment: "shipments",
  entry: "ledger entries",
  price: "prices",
  unposted: "lines not shipped, so not owed yet",
};

function lineOf({ noun, read, written, unchanged, currency, amountMinor }: Tally): string {
  const name = names[noun] ?? noun;
  const money =
    amountMinor === undefined || !currency ? "" : `, ${formatMoney(amountMinor, currency, "en")} in all`;
  if (noun === "unposted") return `${formatCount(read)} ${name}${money}`;
  return `${formatCount(read)} ${name}: ${formatCount(written)} new, ${formatCount(unchanged)} here already${money}`;
}

/** Whoever can run a program beside the database needs no leave from the portal. */
function asSystem(host: Host): Ctx {
  const { db, files, settings } = host;
  const shared = { db, files, settings, host, auth: createAuth(host), now: host.now() };
  return { ...shared, actor: { kind: "system" }, language: "en", requestId: "command", address: "command" };
}

const wrongWords = () =>
  new Error("Say what to import and from where: npm run import -- northwind <folder>.", { cause: "setting" });
