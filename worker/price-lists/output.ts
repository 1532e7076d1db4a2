import { z } from "zod";
import type { Party } from "#schema/parties";
import type { PriceList } from "#schema/products";
import { catalogueStatuses } from "#schema/words/paperStatuses";
import { priceListKinds } from "#schema/words/trade";
import type { Actor } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { pageOf } from "../page";
import { PartyBrief, presentBrief } from "../parties/brief";
import { moves, openMoves } from "./lifecycle";
import { mayEdit, mayMove } from "./policy";

const text = z.string().nullable();

export const PriceListBrief = z
  .object({
    reference: z.string(),
    status: z.enum(catalogueStatuses),
    kind: z.enum(priceListKinds),
    level: text,
    party: PartyBrief.nullable(),
    nameZh: z.string(),
    nameEn: z.string(),
    currency: z.string(),
    validFrom: z.string(),
    validTo: text,
    lineCount: z.number().int(),
    version: z.number().int(),
  })
  .meta({ id: "PriceListBrief" });
export type PriceListBrief = z.infer<typeof PriceListBrief>;

/** Besides the page: whether the reader may draft a list. */
export const PriceListPageView = pageOf(PriceListBrief).extend({ mayAdd: z.boolean() });

export const PriceListView = PriceListBrief.extend({
  priceTerm: text,
  termPlace: text,
  taxIncluded: z.boolean(),
  lines: z.array(
    z.object({
      sku: z.string(),
      model: z.string(),
      colourZh: text,
      colourEn: text,
      uom: z.string(),
      fromMilli: z.number().int(),
      unitPriceE4: z.number().int(),
    }),
  ),
  events: z.array(EventView),
  mayEdit: z.boolean(),
  moves: z.array(MoveView),
}).meta({ id: "PriceList" });
export type PriceListView = z.infer<typeof PriceListView>;

export type PriceListRow = { list: PriceList; party: Party | null; lineCount: number };
export type PriceListPage = { row: PriceListRow; lines: PriceListView["lines"]; events: EventRow[] };

export function presentBriefPriceList({ list, party, lineCount }: PriceListRow): PriceListBrief {
  const { reference, status, kind, level, nameZh, nameEn, currency, validFrom, validTo, version } = list;
  const facts = { reference, status, kind, level, nameZh, nameEn, currency, validFrom, validTo, version };
  return { ...facts, party: party && presentBrief(party), lineCount };
}

/** The whole list; only staff who may know every line of it get this far. */
export function presentPriceList(actor: Actor, { row, lines, events }: PriceListPage): PriceListView {
  const { priceTerm, termPlace, taxIncluded, status } = row.list;
  return {
    ...presentBriefPriceList(row),
    priceTerm,
    termPlace,
    taxIncluded,
    lines,
    events: presentEvents(events, true),
    mayEdit: mayEdit(actor) && status === "draft",
    moves: moves
      .filter((move) => openMoves(status).includes(move) && mayMove(actor))
      .map((move) => presentMove(move, lines.length)),
  };
}

const noLines = { zh: "价格表没有任何价格。", en: "The price list has no prices." };

function presentMove(move: string, lineCount: number): MoveView {
  const blocked = move === "publish" && lineCount === 0;
  return { move, open: !blocked, reason: blocked ? noLines : null };
}
