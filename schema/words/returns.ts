import { codesOf, type Labels } from "./words";

/** Why goods come back. The first group are faults of ours, the last are not. */
export const returnReasonWords = {
  quality: { zh: "质量问题", en: "Quality fault" },
  wrong_goods: { zh: "错发", en: "Wrong goods" },
  wrong_lot: { zh: "错批/混批", en: "Wrong or mixed lot" },
  wrong_colour: { zh: "色差/错色", en: "Wrong shade" },
  damaged: { zh: "破损/受潮", en: "Damaged or wet" },
  surplus: { zh: "多订/项目取消", en: "Ordered too much or project cancelled" },
  other: { zh: "其他", en: "Other" },
} satisfies Labels<string>;
export type ReturnReason = keyof typeof returnReasonWords;
export const returnReasons = codesOf(returnReasonWords);
