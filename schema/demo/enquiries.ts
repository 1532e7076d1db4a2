import { addBusinessHours } from "#worker/calendar";
import { enquiries } from "../enquiries";
import type { EnquiryStatus } from "../words/statuses";
import { mobileNo } from "./codes";
import { addDays, clock, daysBetween } from "./days";
import { foreignNames, personName } from "./names";
import type { World } from "./world";

const asked = [
  {
    zh: "请问这个规格现货多少？做圆机布用，月用量约十吨。",
    en: "Do you have this from stock? We knit about ten tonnes a month.",
  },
  { zh: "想要色卡和小样，含税价到晋江多少？", en: "Please send a colour card and your best CIF price." },
  { zh: "有GRS证书吗？需要TC。", en: "Is GRS available with a transaction certificate?" },
] as const;
const answered = {
  zh: "您好，已收到询盘，现货充足，报价单已发到您的邮箱。",
  en: "Thank you for your enquiry. We have stock; the quotation is in your mailbox.",
};

/** Visitors who would like to buy, from everywhere. */
export function putEnquiries(world: World) {
  const whole = daysBetween(world.since, world.today);
  const luck = world.chance("enquiries");
  const days = Array.from({ length: world.scale.enquiries }, () => luck.int(0, whole - 1)).sort(
    (a, b) => a - b,
  );
  days.forEach((day, index) => {
    const receivedAt = clock(addDays(world.since, day), luck.int(8, 20), luck.int(0, 59));
    putEnquiry(world, {
      receivedAt,
      abroad: luck.odds(0.4),
      old: whole - day > 20,
      isLast: index === days.length - 1,
    });
  });
}

type Asked = { receivedAt: Date; abroad: boolean; old: boolean; isLast: boolean };

function putEnquiry(world: World, { receivedAt, abroad, old, isLast }: Asked) {
  const reference = world.number("EQ", null, receivedAt);
  const luck = world.chance(`enquiry ${reference}`);
  const { staff } = world.cast;
  const language = abroad ? "en" : "zh";
  const status = isLast
    ? "new"
    : luck.weighted<EnquiryStatus>(
        old
          ? [
              ["won", 25],
              ["lost", 55],
              ["spam", 8],
              ["duplicate", 4],
            ]
          : [
              ["new", 25],
              ["assigned", 20],
              ["contacted", 20],
              ["quoted", 25],
              ["sampling", 10],
            ],
      );
  const done = status !== "new" && status !== "assigned" && status !== "spam";
  world.press.put(enquiries, {
    id: luck.id(receivedAt),
    reference,
    status,
    source: luck.weighted([
      ["portal", 60],
      ["b2b_site", 20],
      ["fair", 10],
      ["phone", 10],
    ] as const),
    company: abroad
      ? `${luck.pick(["Delta", "Orient", "Sunrise", "Alfa"])} Demo Textiles`
      : `${personName(luck).zh}织造（示例）`,
    name: abroad ? luck.pick(foreignNames) : personName(luck).zh,
    country: abroad ? luck.pick(["BD", "VN", "TR", "BR", "MX"]) : "CN",
    email: `buyer${luck.int(100, 999)}@visitor.example`,
    phone: mobileNo(luck),
    language,
    productRef: null,
    quantityMilli: luck.int(1, 20) * 1_000_000,
    body: luck.pick(asked)[language],
    answerBy: addBusinessHours(receivedAt, abroad ? 8 : 4),
    answer: done ? answered[language] : null,
    answeredAt: done ? addBusinessHours(receivedAt, 2) : null,
    lostReason: status === "lost" ? luck.pick(["价格", "交期", "无回复"]) : null,
    assignedTo: status === "new" || status === "spam" ? null : abroad ? staff.export : staff.sales,
    receivedAt,
  });
}
