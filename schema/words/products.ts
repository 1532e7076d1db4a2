import { codesOf, type Labels } from "./words";

export const categoryWords = {
  poy: { zh: "预取向丝 POY", en: "POY, partially oriented yarn" },
  fdy: { zh: "全拉伸丝 FDY", en: "FDY, fully drawn yarn" },
  dty: { zh: "低弹丝 DTY", en: "DTY, draw textured yarn" },
  aty: { zh: "空气变形丝 ATY", en: "ATY, air textured yarn" },
  hoy: { zh: "高取向丝 HOY", en: "HOY, highly oriented yarn" },
  composite: { zh: "复合丝", en: "Composite yarn" },
  covered_yarn: { zh: "包覆纱", en: "Covered yarn" },
  spun_yarn: { zh: "短纤纱", en: "Spun yarn" },
  chenille: { zh: "雪尼尔", en: "Chenille" },
  metallic: { zh: "金银线", en: "Metallic yarn" },
  sewing_thread: { zh: "缝纫线", en: "Sewing thread" },
  other: { zh: "其他", en: "Other" },
} satisfies Labels<string>;
export type Category = keyof typeof categoryWords;
export const categories = codesOf(categoryWords);

export const fibreWords = {
  polyester: { zh: "涤纶", en: "Polyester" },
  recycled_polyester: { zh: "再生涤纶", en: "Recycled polyester" },
  cationic_polyester: { zh: "阳离子涤纶", en: "Cationic polyester" },
  pbt: { zh: "PBT 纤维", en: "PBT" },
  nylon: { zh: "锦纶", en: "Nylon" },
  spandex: { zh: "氨纶", en: "Spandex" },
  viscose: { zh: "粘胶", en: "Viscose" },
  acrylic: { zh: "腈纶", en: "Acrylic" },
  cotton: { zh: "棉", en: "Cotton" },
  wool: { zh: "羊毛", en: "Wool" },
  metallic_film: { zh: "金属薄膜", en: "Metallic film" },
  other: { zh: "其他", en: "Other" },
} satisfies Labels<string>;
export type Fibre = keyof typeof fibreWords;
export const fibres = codesOf(fibreWords);

export const lustreWords = {
  semi_dull: { zh: "半消光", en: "Semi-dull" },
  bright: { zh: "有光", en: "Bright" },
  trilobal_bright: { zh: "大有光", en: "Trilobal bright" },
  full_dull: { zh: "全消光", en: "Full dull" },
} satisfies Labels<string>;
export type Lustre = keyof typeof lustreWords;
export const lustres = codesOf(lustreWords);

export const crossSectionWords = {
  round: { zh: "圆形", en: "Round" },
  trilobal: { zh: "三叶", en: "Trilobal" },
  cross: { zh: "十字", en: "Cross" },
  hollow: { zh: "中空", en: "Hollow" },
  flat: { zh: "扁平", en: "Flat" },
} satisfies Labels<string>;
export type CrossSection = keyof typeof crossSectionWords;
export const crossSections = codesOf(crossSectionWords);

export const colourModeWords = {
  raw_white: { zh: "本白", en: "Raw white" },
  dope_dyed: { zh: "色丝(原液着色)", en: "Dope dyed" },
  package_dyed: { zh: "筒染", en: "Package dyed" },
} satisfies Labels<string>;
export type ColourMode = keyof typeof colourModeWords;
export const colourModes = codesOf(colourModeWords);

export const interminglingWords = {
  nim: { zh: "轻网", en: "NIM, light" },
  sim: { zh: "中网", en: "SIM, medium" },
  him: { zh: "重网", en: "HIM, heavy" },
} satisfies Labels<string>;
export type Intermingling = keyof typeof interminglingWords;
export const interminglings = codesOf(interminglingWords);

export const twistDirectionWords = {
  none: { zh: "无捻", en: "No twist" },
  S: { zh: "S捻", en: "S twist" },
  Z: { zh: "Z捻", en: "Z twist" },
} satisfies Labels<string>;
export type TwistDirection = keyof typeof twistDirectionWords;
export const twistDirections = codesOf(twistDirectionWords);

export const gradeWords = {
  AA: { zh: "AA级", en: "AA" },
  A: { zh: "A级", en: "A" },
  B: { zh: "B级", en: "B" },
  first: { zh: "优等品", en: "First class" },
  second: { zh: "一等品", en: "Second class" },
  pass: { zh: "合格品", en: "Qualified" },
} satisfies Labels<string>;
export type Grade = keyof typeof gradeWords;
export const grades = codesOf(gradeWords);

export const makeWords = {
  spot: { zh: "现货", en: "Stock" },
  make_to_order: { zh: "期货(订做)", en: "Make to order" },
} satisfies Labels<string>;
export type Make = keyof typeof makeWords;
export const makes = codesOf(makeWords);

export const packageWords = {
  tube: { zh: "纸管", en: "Paper tube" },
  cone: { zh: "筒", en: "Cone" },
  carton: { zh: "箱", en: "Carton" },
  pallet: { zh: "托", en: "Pallet" },
  bag: { zh: "包", en: "Bag" },
} satisfies Labels<string>;
export type Package = keyof typeof packageWords;
export const packages = codesOf(packageWords);

export const attributeWords = {
  linear_density: { zh: "线密度", en: "Linear density" },
  filament_count: { zh: "孔数(F)", en: "Filament count" },
  plies: { zh: "股数", en: "Plies" },
  twist: { zh: "捻度", en: "Twist" },
  intermingling: { zh: "网络度", en: "Intermingling" },
  lustre: { zh: "光泽", en: "Lustre" },
  cross_section: { zh: "截面", en: "Cross-section" },
  colour_mode: { zh: "颜色", en: "Colour" },
  grade: { zh: "等级", en: "Grade" },
  composition: { zh: "用材(成分)", en: "Composition" },
  tenacity: { zh: "断裂强度", en: "Tenacity" },
  elongation: { zh: "断裂伸长率", en: "Elongation" },
  crimp_contraction: { zh: "卷曲收缩率", en: "Crimp contraction" },
  crimp_stability: { zh: "卷曲稳定度", en: "Crimp stability" },
  boiling_shrinkage: { zh: "沸水收缩率", en: "Boil-off shrinkage" },
  oil_content: { zh: "含油率", en: "Oil pick-up" },
  dye_uniformity: { zh: "染色均匀度", en: "Dye uniformity" },
  colour_fastness: { zh: "色牢度", en: "Colour fastness" },
  moisture_regain: { zh: "公定回潮率", en: "Conventional moisture regain" },
  packing: { zh: "包装", en: "Packing" },
  container_load: { zh: "装柜量", en: "Container load" },
  hs_code: { zh: "海关编码", en: "HS code" },
  moq: { zh: "起订量", en: "Minimum order quantity" },
  lead_time: { zh: "交期", en: "Lead time" },
  certificates: { zh: "认证", en: "Certificates" },
  usage: { zh: "用途", en: "Use" },
} satisfies Labels<string>;
export type Attribute = keyof typeof attributeWords;
export const attributes = codesOf(attributeWords);

export const sampleKindWords = {
  colour_card: { zh: "色卡", en: "Colour card" },
  hand_sample: { zh: "小样", en: "Hand sample" },
  lab_dip: { zh: "打样色样", en: "Lab dip" },
  pre_production: { zh: "产前样", en: "Pre-production sample" },
  shipment_sample: { zh: "船样", en: "Shipment sample" },
  retained: { zh: "留样", en: "Retained sample" },
  complaint_sample: { zh: "投诉样", en: "Complaint sample" },
  counter_sample: { zh: "来样", en: "Customer's sample" },
} satisfies Labels<string>;
export type SampleKind = keyof typeof sampleKindWords;
export const sampleKinds = codesOf(sampleKindWords);
