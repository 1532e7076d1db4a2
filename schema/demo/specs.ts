import type { Category, ColourMode, CrossSection, Fibre, Intermingling, Lustre } from "../words/products";

type Family = { code: string; zh: string; en: string };
export const families: readonly Family[] = [
  { code: "DTY", zh: "涤纶低弹丝 DTY", en: "Polyester DTY" },
  { code: "FDY", zh: "涤纶全拉伸丝 FDY", en: "Polyester FDY" },
  { code: "POY", zh: "涤纶预取向丝 POY", en: "Polyester POY" },
  { code: "DOPE", zh: "有色低弹丝", en: "Dope-dyed DTY" },
  { code: "SPECIAL", zh: "功能与再生丝", en: "Functional and recycled yarns" },
  { code: "ACY", zh: "空气包覆纱", en: "Air-covered yarn" },
  { code: "PA", zh: "锦纶弹力丝", en: "Nylon DTY" },
];

export type Spec = {
  family: string;
  category: Category;
  fibre: Fibre;
  denier: number;
  filaments: number;
  lustre: Lustre;
  colourMode: ColourMode;
  intermingling: Intermingling | null;
  crossSection: CrossSection;
  /** Tax-inclusive ¥ a tonne for dealers, illustrative. */
  level: number;
  extra?: { fibre: Fibre; pct10: number; zh: string; en: string };
};

type Size = readonly [denier: number, filaments: number, level: number];
const raw = {
  lustre: "semi_dull",
  colourMode: "raw_white",
  crossSection: "round",
  intermingling: null,
  fibre: "polyester",
} as const;
const each = (sizes: readonly Size[], rest: Omit<Spec, "denier" | "filaments" | "level">): Spec[] =>
  sizes.map(([denier, filaments, level]) => ({ denier, filaments, level, ...rest }));

const dty = { ...raw, family: "DTY", category: "dty" } as const;
const dtySizes: readonly Size[] = [
  [150, 48, 9_050],
  [150, 144, 9_350],
  [75, 36, 9_950],
  [75, 72, 10_150],
  [100, 36, 9_550],
  [100, 144, 10_050],
  [300, 96, 8_750],
  [50, 24, 10_950],
];
const fdySizes: readonly Size[] = [
  [150, 96, 7_900],
  [100, 48, 8_150],
  [75, 36, 8_350],
  [68, 24, 8_450],
  [50, 24, 8_950],
  [30, 24, 10_250],
  [75, 72, 8_550],
];

/** In the order of their importance: a small demo lists only the first. */
export const specs: readonly Spec[] = [
  ...each(dtySizes.slice(0, 3), { ...dty, intermingling: "nim" }),
  ...each(
    dtySizes.slice(0, 1).map(([d, f, level]) => [d, f, level + 100] as const),
    { ...dty, intermingling: "him" },
  ),
  ...each(
    [
      [150, 48, 10_000],
      [75, 36, 10_850],
    ],
    { ...dty, family: "DOPE", colourMode: "dope_dyed", intermingling: "nim" },
  ),
  ...each(fdySizes.slice(0, 2), { ...raw, family: "FDY", category: "fdy" }),
  ...each([[150, 48, 7_150]], { ...raw, family: "POY", category: "poy" }),
  ...each([[150, 48, 10_350]], {
    ...dty,
    family: "SPECIAL",
    fibre: "recycled_polyester",
    intermingling: "nim",
    extra: { fibre: "recycled_polyester", pct10: 1000, zh: "再生", en: "Recycled" },
  }),
  ...each([[75, 36, 26_400]], {
    ...raw,
    family: "ACY",
    category: "covered_yarn",
    extra: { fibre: "spandex", pct10: 210, zh: "20D氨纶", en: "Spandex 20D" },
  }),
  ...each([[70, 24, 18_900]], { ...dty, family: "PA", fibre: "nylon", intermingling: "nim" }),
  ...each([[75, 36, 10_950]], {
    ...dty,
    family: "SPECIAL",
    fibre: "cationic_polyester",
    intermingling: "nim",
    extra: { fibre: "cationic_polyester", pct10: 1000, zh: "阳离子", en: "Cationic" },
  }),
  ...each([[300, 96, 9_650]], { ...dty, family: "DOPE", colourMode: "dope_dyed", intermingling: "him" }),
  ...each(dtySizes.slice(3), { ...dty, intermingling: "nim" }),
  ...each(
    dtySizes.map(([d, f, level]) => [d, f, level + 60] as const),
    { ...dty, intermingling: "sim" },
  ),
  ...each(
    dtySizes.slice(1).map(([d, f, level]) => [d, f, level + 100] as const),
    { ...dty, intermingling: "him" },
  ),
  ...each(fdySizes.slice(2), { ...raw, family: "FDY", category: "fdy" }),
  ...each(
    fdySizes.map(([d, f, level]) => [d, f, level + 150] as const),
    { ...raw, family: "FDY", category: "fdy", lustre: "trilobal_bright", crossSection: "trilobal" },
  ),
  ...each(
    [
      [75, 36, 7_450],
      [125, 72, 7_250],
      [250, 48, 7_050],
    ],
    { ...raw, family: "POY", category: "poy" },
  ),
  ...each(
    [
      [100, 36, 10_450],
      [150, 144, 10_350],
    ],
    { ...dty, family: "DOPE", colourMode: "dope_dyed", intermingling: "sim" },
  ),
  ...each(
    [
      [40, 34, 20_600],
      [140, 48, 18_100],
    ],
    { ...dty, family: "PA", fibre: "nylon", intermingling: "nim" },
  ),
  ...each(
    [
      [50, 24, 27_800],
      [150, 48, 24_900],
    ],
    {
      ...raw,
      family: "ACY",
      category: "covered_yarn",
      extra: { fibre: "spandex", pct10: 150, zh: "20D氨纶", en: "Spandex 20D" },
    },
  ),
];

type Colour = readonly [zh: string, en: string, swatch: string];
export const colours: readonly Colour[] = [
  ["黑色", "Black", "#1a1a1c"],
  ["藏青", "Navy", "#1d2a4d"],
  ["大红", "Red", "#b3161f"],
  ["深灰", "Dark grey", "#4c4f54"],
  ["浅灰", "Light grey", "#b7babd"],
  ["米白", "Ivory", "#efe8d8"],
  ["卡其", "Khaki", "#a08a5f"],
  ["驼色", "Camel", "#b08a5b"],
  ["咖啡", "Coffee", "#4a3427"],
  ["酒红", "Burgundy", "#5e1726"],
  ["玫红", "Rose red", "#c72a64"],
  ["粉红", "Pink", "#e8a9b8"],
  ["橙色", "Orange", "#dd6b1f"],
  ["金黄", "Golden yellow", "#e0a823"],
  ["鹅黄", "Light yellow", "#f0dd8b"],
  ["军绿", "Army green", "#4b5234"],
  ["墨绿", "Dark green", "#18402f"],
  ["果绿", "Apple green", "#8fbf45"],
  ["湖蓝", "Lake blue", "#2f8fb3"],
  ["宝蓝", "Royal blue", "#2546a8"],
  ["天蓝", "Sky blue", "#8cbde0"],
  ["紫色", "Purple", "#5d3a86"],
  ["浅紫", "Lilac", "#b39ccf"],
  ["银灰", "Silver grey", "#9aa0a6"],
];
