import { skus } from "../products";
import { clock } from "./days";
import type { Demo } from "./demo";
import { colours, type Spec } from "./specs";

/** What an order line needs to know of what it sells. */
export type Ware = {
  skuId: string;
  code: string;
  spec: Spec;
  /** The revision in force from each day on, oldest first. */
  revisions: { id: string; from: string }[];
  itemZh: string;
  itemEn: string;
  colourNo: string | null;
  cartonMilli: number;
  conesPerCarton: number;
  /** Tenths of a percent on the level of its spec. */
  markup: number;
};

type Listed = {
  id: string;
  spec: Spec;
  model: string;
  revisions: Ware["revisions"];
  itemZh: string;
  itemEn: string;
};

/** Raw white comes in two grades, dope-dyed in every colour of the card. */
export function putSkus(demo: Demo, { id, spec, model, revisions, itemZh, itemEn }: Listed) {
  const dyed = spec.colourMode === "dope_dyed";
  const stem = model.replaceAll(/[^A-Z0-9]+/gi, "-");
  const kinds = dyed
    ? colours.slice(0, demo.profile === "tiny" ? 6 : 24).map(([zh, en, swatch], at) => ({
        zh,
        en,
        swatch,
        no: `LX-${3182 + at * 7}`,
        grade: "AA" as const,
        markup: at === 0 ? 0 : at % 3 === 0 ? 60 : 30,
      }))
    : (
        [
          ["AA", 0],
          ["A", -40],
        ] as const
      ).map(([grade, markup]) => ({
        zh: "本白",
        en: "Raw white",
        swatch: "#f6f5f0",
        no: null,
        grade,
        markup,
      }));
  return kinds.map(({ zh, en, swatch, no, grade, markup }) => {
    const code = `${stem}-${no ?? grade}`.toUpperCase();
    const skuId = demo.chance(`sku ${code}`).id(clock(demo.since, 9));
    const row = {
      id: skuId,
      code,
      productId: id,
      colourNo: no,
      colourZh: zh,
      colourEn: en,
      swatch,
      grade,
      cartonMilli: 30_000,
      conesPerCarton: 6,
      source: "staff" as const,
    };
    demo.press.put(skus, row);
    const ware: Ware = {
      skuId,
      code,
      spec,
      revisions,
      colourNo: no,
      cartonMilli: 30_000,
      conesPerCarton: 6,
      markup,
      itemZh: no ? `${itemZh} ${zh}` : itemZh,
      itemEn: no ? `${itemEn}, ${en.toLowerCase()}` : itemEn,
    };
    return { ware, row };
  });
}

/** The revision that a day's order bought. */
export const revisionOn = ({ revisions }: Ware, day: string) =>
  revisions.findLast(({ from }) => from <= day)?.id ?? "";
