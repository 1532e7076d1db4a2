import type { Words } from "#schema/words/words";
import { type Actor, isStaff } from "../actor";
import { Refusal } from "../refusal";
import { parseMoney } from "../typed";
import type { Goods } from "./goods";
import type { GuestComplaint, SubmitComplaint } from "./input";

type Wrong = Record<string, Words | false | null | undefined>;

/** All that is wrong with what was said, field by field, or nothing. */
export function refuseFields(wrong: Wrong) {
  const fields = Object.entries(wrong).flatMap(([name, words]) => (words ? [[name, words] as const] : []));
  const [first] = fields;
  if (first) throw new Refusal("invalid", thereIsAProblem, Object.fromEntries(fields));
}

const thereIsAProblem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };

const aboutGoods = ["quality", "delivery", "packing"] as const;
const concernsGoods = (kind: string) => aboutGoods.some((one) => one === kind);

/** What a complaint must say beyond its shape: the goods, a photo of a fault, no more than was received. */
export function wrongIn(
  actor: Actor,
  input: SubmitComplaint,
  goods: Goods | null,
  at: { now: Date; currency: string },
): Wrong {
  const staff = isStaff(actor);
  const received = goods?.line.quantityMilli ?? Number.POSITIVE_INFINITY;
  return {
    party: staff && !input.party && choose.party,
    channel: staff && !input.channel && choose.channel,
    receivedAt: input.receivedAt && input.receivedAt > at.now && choose.past,
    shipmentLineId: concernsGoods(input.class) && !goods && !(staff && input.lotNo) && choose.goods,
    complained: (input.complained ?? 0) > received && tooMuch,
    unopened: (input.unopened ?? 0) > received && tooMuch,
    used: (input.used ?? 0) > received && tooMuch,
    demandAmount: wrongAmount(input.demandAmount, at.currency),
    // Over the telephone there is no photo; it is asked for later.
    fileIds: !staff && input.class === "quality" && input.fileIds.length === 0 && choose.photo,
  };
}

/** A guest may not know the lot, then the photo of the label tells; nobody checks what a guest received. */
export function wrongInGuest(input: GuestComplaint): Wrong {
  const nameless = concernsGoods(input.class) && !input.lotNo && input.fileIds.length === 0;
  return {
    phone: !input.phone && !input.email && choose.contact,
    lotNo: nameless && choose.lotOrLabel,
    demandAmount: wrongAmount(input.demandAmount, "CNY"),
  };
}

export const wrongAmount = (typed: string | null, currency: string) =>
  typed !== null && (parseMoney(typed, currency) ?? -1) < 0 && choose.amount;

const tooMuch: Words = { zh: "不能超过该批实收数量。", en: "This is more than you received of that lot." };
const choose = {
  party: { zh: "请选择投诉的客户。", en: "Choose the customer who complains." },
  channel: { zh: "请选择接收渠道。", en: "Choose how the complaint came in." },
  past: { zh: "接收时间不能晚于现在。", en: "It cannot have come in later than now." },
  goods: { zh: "请选择有问题的货物。", en: "Choose the goods it is about." },
  photo: { zh: "质量问题请至少上传一张照片。", en: "Add at least one photo of the fault." },
  contact: {
    zh: "请填写电话或邮箱，方便我们答复您。",
    en: "Enter a telephone number or an e-mail address so that we can answer.",
  },
  lotOrLabel: {
    zh: "请填写批号，或上传一张箱标照片。",
    en: "Enter the lot number, or add a photo of the carton label.",
  },
  amount: { zh: "请填写金额，例如 1,200.00。", en: "Enter an amount such as 1,200.00." },
} satisfies Record<string, Words>;
