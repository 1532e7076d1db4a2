import type { Defect } from "../words/defects";
import type { ComplaintClass, Demand, Department, Outcome } from "../words/quality";
import type { Words } from "../words/words";

export type Trouble = {
  class: ComplaintClass;
  defect: Defect;
  share: number;
  said: Words;
  cause: Words;
  department: Department;
  demand: Demand;
  outcome: Outcome;
};

/** What goes wrong with yarn, how often, and how it usually ends. */
export const troubles: readonly Trouble[] = [
  {
    class: "quality",
    defect: "dye_streak",
    share: 14,
    department: "production",
    demand: "allowance",
    outcome: "allowance",
    said: {
      zh: "染色后布面出现横条，同一批号不同箱颜色深浅不一。",
      en: "After dyeing the fabric shows bars; cartons of one lot take the dye differently.",
    },
    cause: { zh: "个别锭位张力偏差", en: "a tension deviation on a few positions" },
  },
  {
    class: "quality",
    defect: "broken_filament",
    share: 12,
    department: "qc",
    demand: "replacement",
    outcome: "return_refund",
    said: {
      zh: "织造时毛丝多，断头频繁，挡车工反映退绕困难。",
      en: "Many broken filaments and stops in weaving; the yarn unwinds badly.",
    },
    cause: { zh: "假捻器磨损", en: "a worn texturing disc" },
  },
  {
    class: "quality",
    defect: "dye_lot_difference",
    share: 9,
    department: "technical",
    demand: "return",
    outcome: "return_refund",
    said: {
      zh: "两缸颜色差异明显，无法拼用。",
      en: "The two dye lots differ visibly and cannot be used together.",
    },
    cause: { zh: "染缸升温曲线偏差", en: "a deviation of the dyeing curve" },
  },
  {
    class: "quality",
    defect: "poor_package_build",
    share: 7,
    department: "production",
    demand: "explanation",
    outcome: "explanation",
    said: {
      zh: "部分筒子成形不良，端面绊丝。",
      en: "Some packages are badly built, with webs on the shoulder.",
    },
    cause: { zh: "卷绕参数漂移", en: "drifting winding settings" },
  },
  {
    class: "quality",
    defect: "oil_stain",
    share: 4,
    department: "production",
    demand: "allowance",
    outcome: "allowance",
    said: { zh: "纸管内侧有油污，沾染丝层。", en: "Oil inside the tubes stains the yarn." },
    cause: { zh: "油轮密封不良", en: "a leaking oil roll" },
  },
  {
    class: "quality",
    defect: "mixed_lot",
    share: 3,
    department: "warehouse",
    demand: "return",
    outcome: "return_refund",
    said: { zh: "同一托盘内混有两个批号。", en: "Two lots were mixed on one pallet." },
    cause: { zh: "装托时拿错批号", en: "a wrong pick when the pallet was built" },
  },
  {
    class: "delivery",
    defect: "short",
    share: 9,
    department: "logistics",
    demand: "replacement",
    outcome: "allowance",
    said: { zh: "卸货清点少两箱。", en: "Two cartons were missing when we unloaded." },
    cause: { zh: "装车漏件", en: "cartons left behind at loading" },
  },
  {
    class: "delivery",
    defect: "late",
    share: 7,
    department: "logistics",
    demand: "explanation",
    outcome: "explanation",
    said: {
      zh: "比承诺交期晚三天，机台停等。",
      en: "Three days later than promised; our machines were waiting.",
    },
    cause: { zh: "车辆调配延误", en: "a truck that came late" },
  },
  {
    class: "packing",
    defect: "label",
    share: 6,
    department: "warehouse",
    demand: "explanation",
    outcome: "explanation",
    said: { zh: "外箱标签与码单批号不一致。", en: "Carton labels and packing list show different lots." },
    cause: { zh: "标签打印错误", en: "a printing error" },
  },
  {
    class: "document",
    defect: "invoice_error",
    share: 5,
    department: "finance",
    demand: "explanation",
    outcome: "explanation",
    said: { zh: "发票品名与合同不符，无法入账。", en: "The item on the invoice differs from the contract." },
    cause: { zh: "开票品名选择错误", en: "a wrong item chosen on the invoice" },
  },
  {
    class: "technical",
    defect: "machine_parameters",
    share: 7,
    department: "technical",
    demand: "technician_visit",
    outcome: "explanation",
    said: {
      zh: "换用新规格后张力不稳，请技术人员上门指导。",
      en: "Tension is unstable with the new specification; please send a technician.",
    },
    cause: { zh: "机台张力设定偏高", en: "a tension setting that is too high" },
  },
  {
    class: "service",
    defect: "slow_answer",
    share: 5,
    department: "sales",
    demand: "explanation",
    outcome: "explanation",
    said: { zh: "询价两天没有回复。", en: "Nobody answered our enquiry for two days." },
    cause: { zh: "业务员出差未交接", en: "no stand-in while the salesperson travelled" },
  },
  {
    class: "price_account",
    defect: "price",
    share: 3,
    department: "finance",
    demand: "other",
    outcome: "explanation",
    said: { zh: "对账单价格与确认价不一致。", en: "The price on the statement is not the one confirmed." },
    cause: { zh: "调价生效日理解不一致", en: "different readings of the day the price changed" },
  },
];

/** What the office writes at each step. */
export const letters = {
  preliminary: {
    zh: "我们已收到您的投诉，正在核对批号与留样。请暂停使用该批产品并保留样品及标签。",
    en: "We have received your complaint and are checking the lot and our retained sample. Please stop using this lot and keep samples and labels.",
  },
  ask: {
    zh: "为尽快查明原因，请补充：布面照片、外箱标签照片、机台型号。",
    en: "To find the cause quickly, please send photos of the fabric and the carton label, and the machine type.",
  },
  note: { zh: "留样已调出，先比对含油与卷缩。", en: "留样已调出，先比对含油与卷缩。" },
  question: { zh: "请核对该批生产记录与留样，说明原因。", en: "请核对该批生产记录与留样，说明原因。" },
} as const satisfies Record<string, Words>;

export const replyOf = ({ cause }: Trouble, solution: Words): Words => ({
  zh: `经检验分析，原因为${cause.zh}。处理方案：${solution.zh}。如有不同意见请在7天内告知。`,
  en: `Our analysis shows ${cause.en}. Proposed solution: ${solution.en}. Please let us know within 7 days if you do not agree.`,
});

export const solutions: Record<Outcome, Words> = {
  explanation: { zh: "已改进并加强检验，特此说明", en: "we have corrected it and check more closely" },
  return_refund: { zh: "未开箱部分退回冲账", en: "unopened cartons come back for credit" },
  exchange: { zh: "换货", en: "we exchange the goods" },
  rework: { zh: "返修后再发", en: "we rework the goods" },
  allowance: { zh: "按受影响数量折让", en: "an allowance on the quantity concerned" },
  claim: { zh: "按双方确认的损失分担赔偿", en: "we share the loss that both sides have confirmed" },
  shortage: { zh: "补发缺少部分", en: "we send what was missing" },
  none: { zh: "不予处理", en: "no remedy" },
};
