import { z } from "zod";
import { type Import, importLimits } from "#schema/imports";
import { importStatuses } from "#schema/words/statuses";
import { type EventRow, EventView, presentEvents } from "../events";
import { iso } from "../http";
import { MoveView } from "../moves";
import { blockOf, moves } from "./lifecycle";
import { mappings } from "./mappings/mappings";

const Words = z.object({ zh: z.string(), en: z.string() });

export const ImportBrief = z
  .object({
    reference: z.string(),
    mapping: Words,
    status: z.enum(importStatuses),
    files: z.array(z.string()),
    rows: z.number().int(),
    faults: z.number().int(),
    by: z.string().nullable(),
    at: z.string(),
    appliedAt: z.string().nullable(),
  })
  .meta({ id: "ImportBrief" });
export type ImportBrief = z.infer<typeof ImportBrief>;

export const ImportView = ImportBrief.extend({
  sheets: z.array(
    z.object({
      name: z.string(),
      readAs: Words.nullable(),
      rows: z.number().int(),
      unread: z.array(z.string()),
    }),
  ),
  tallies: z.array(
    z.object({
      noun: z.string(),
      read: z.number().int(),
      created: z.number().int(),
      unchanged: z.number().int(),
      written: z.number().int(),
      currency: z.string().optional(),
      amountMinor: z.number().int().optional(),
    }),
  ),
  faultList: z.array(
    z.object({ file: z.string(), row: z.number().int(), column: z.string().nullable(), words: Words }),
  ),
  faultLimit: z.number().int(), // More are not listed.
  events: z.array(EventView),
  moves: z.array(MoveView),
  version: z.number().int(),
}).meta({ id: "Import" });
export type ImportView = z.infer<typeof ImportView>;

/** What may be uploaded: the tables of each kind and under which headings their columns are found. */
export const MappingView = z
  .object({
    mapping: Words,
    tables: z.array(
      z.object({
        table: Words,
        columns: z.array(z.object({ headings: z.array(z.string()), needed: z.boolean() })),
      }),
    ),
  })
  .meta({ id: "ImportMapping" });
export type MappingView = z.infer<typeof MappingView>;

export const presentMappings = (): MappingView[] =>
  mappings.map(({ words, layouts }) => ({
    mapping: words,
    tables: Object.values(layouts).map((layout) => ({
      table: layout.words,
      columns: Object.values(layout.columns).map(({ headings, needed }) => ({ headings, needed })),
    })),
  }));

export type ImportRow = { run: Import; by: string | null };
export type ImportPage = ImportRow & { events: EventRow[] };

export const presentBriefImport = ({ run, by }: ImportRow): ImportBrief => ({
  reference: run.reference,
  mapping: mappings.find(({ name }) => name === run.mapping)?.words ?? { zh: run.mapping, en: run.mapping },
  status: run.status,
  files: run.files.map(({ name }) => name),
  rows: run.sheets.reduce((sum, { readAs, rows }) => sum + (readAs ? rows : 0), 0),
  faults: run.faults.length,
  by,
  at: run.at.toISOString(),
  appliedAt: iso(run.appliedAt),
});

export const presentImport = (page: ImportPage): ImportView => ({
  ...presentBriefImport(page),
  sheets: page.run.sheets,
  tallies: page.run.tallies,
  faultList: page.run.faults,
  faultLimit: importLimits.faults,
  events: presentEvents(page.events, true),
  moves: moves
    .map((move) => ({ move, reason: blockOf(page.run.status, move) }))
    .map(({ move, reason }) => ({ move, open: reason === null, reason })),
  version: page.run.version,
});
