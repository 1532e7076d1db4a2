import { z } from "zod";
import type { ProductRevision } from "#schema/products";
import {
  categories,
  colourModes,
  crossSections,
  fibres,
  interminglings,
  lustres,
} from "#schema/words/products";

const text = z.string().nullable();
const whole = z.number().int().nullable();

export const WordingView = z
  .object({
    number: z.number().int(),
    model: z.string(),
    nameZh: text,
    nameEn: text,
    descriptionZh: text,
    descriptionEn: text,
    usageZh: text,
    usageEn: text,
    packingZh: text,
    packingEn: text,
    aliases: z.array(z.string()),
    category: z.enum(categories),
    composition: z.array(z.object({ fibre: z.enum(fibres), percent: z.number() })),
    denier: whole,
    dtexTenths: whole,
    filaments: whole,
    plies: whole,
    twist: text,
    intermingling: z.enum(interminglings).nullable(),
    lustre: z.enum(lustres).nullable(),
    crossSection: z.enum(crossSections).nullable(),
    colourMode: z.enum(colourModes).nullable(),
    technical: z.array(
      z.object({
        name: z.string(),
        target: z.string(),
        tolerance: z.string(),
        unit: z.string(),
        method: z.string(),
      }),
    ),
    hsCode: text,
    moqMilli: whole,
    leadTimeDays: whole,
    uom: z.string(),
    certificates: z.array(z.object({ name: z.string(), number: z.string(), expiresOn: text })),
  })
  .meta({ id: "Wording" });

export type WordingView = z.infer<typeof WordingView>;

/** What a revision says, and nothing else of its row; an expired certificate is gone unless an editor reads (no `on`). */
export function presentWording(wording: ProductRevision, on: string | null): WordingView {
  return WordingView.parse({
    ...wording,
    composition: wording.composition.map(({ fibre, pct10 }) => ({ fibre, percent: pct10 / 10 })),
    certificates: wording.certificates.filter(({ expiresOn }) => !on || !expiresOn || expiresOn >= on),
  });
}
