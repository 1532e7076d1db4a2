import { and, eq } from "drizzle-orm";
import { type Enquiry, enquiries } from "#schema/enquiries";
import { products } from "#schema/products";
import type { Words } from "#schema/words/words";
import { isSignedIn } from "../actor";
import { addBusinessHours } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { visibleProducts } from "../products/policy";
import { numberKey, numberPrefixes } from "../reference";
import { allow, Refusal } from "../refusal";
import { countTry, refuseIfThrottled } from "../throttle";
import { event, nextReference, write } from "../write";
import type { SendEnquiry } from "./input";
import { mayEnquire } from "./policy";

const perAddress = {
  tries: 10,
  minutes: 60,
  words: {
    zh: "您提交的询价较多,请一小时后再试,或直接致电我们。",
    en: "You have sent many enquiries. Try again in an hour, or call us.",
  },
};
/** Hours of the office in which we promise a first answer. */
const answerWithin = { domestic: 4, export: 8 };

/** Takes in what a visitor or a partner would like to buy. */
export async function sendEnquiry(ctx: Ctx, input: SendEnquiry): Promise<Enquiry> {
  allow(mayEnquire(ctx.actor));
  const sender = senderOf(ctx, input);
  await once(ctx, { id: input.id, input }, async (said) => {
    const keys = [`enquiry from ${ctx.address}`];
    await refuseIfThrottled(ctx, keys, perAddress);
    await offered(ctx, input.product);
    const { step, reference } = nextReference(ctx, numberKey(numberPrefixes.enquiry, null, ctx.now));
    const { id, product: productRef, quantity: quantityMilli, body } = input;
    const hours = answerWithin[sender.market];
    const { market: _, ...who } = sender;
    await write(ctx, [
      step,
      ctx.db.insert(enquiries).values({
        ...who,
        id,
        reference,
        productRef,
        quantityMilli,
        body,
        status: "new",
        language: input.language ?? ctx.language,
        receivedAt: ctx.now,
        answerBy: addBusinessHours(ctx.now, hours),
      }),
      event(ctx, { recordId: id, type: "enquiry.received", to: "new", details: { said } }),
    ]);
    await countTry(ctx, keys, perAddress);
  });
  return ownEnquiry(ctx, input.id);
}

/** Who asks and how to answer them; a stranger has to say so. */
function senderOf({ actor }: Ctx, input: SendEnquiry) {
  const { company, country, email, phone } = input;
  if (isSignedIn(actor)) {
    const { partyId, kind } = actor.seat;
    const market = kind === "export_buyer" ? ("export" as const) : ("domestic" as const);
    const name = input.name ?? actor.name;
    return {
      partyId,
      personId: actor.personId,
      company,
      country,
      name,
      email: email ?? actor.email,
      phone,
      market,
    };
  }
  const name = named(input);
  const market = country === null || country === "CN" ? ("domestic" as const) : ("export" as const);
  return { partyId: null, personId: null, company, country, name, email, phone, market };
}

function named({ name, email, phone }: SendEnquiry): string {
  const fields: Record<string, Words> = {};
  if (!name) fields.name = { zh: "请填写您的姓名。", en: "Enter your name." };
  if (!email && !phone)
    fields.email = {
      zh: "请填写邮箱或电话,以便我们答复。",
      en: "Enter an e-mail address or a telephone number, so that we can answer.",
    };
  if (!name || Object.keys(fields).length > 0) {
    throw new Refusal(
      "invalid",
      { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." },
      fields,
    );
  }
  return name;
}

/** One asks only for what one may know of. */
async function offered(ctx: Ctx, reference: string | null) {
  if (reference === null) return;
  const [product] = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.reference, reference), visibleProducts(ctx.actor)))
    .limit(1);
  if (product) return;
  const gone = { zh: "没有该产品,可能已下架。", en: "There is no such product. It may have been withdrawn." };
  throw new Refusal("invalid", gone, { product: gone });
}

/** Only whoever minted the id and sent these very words gets here. */
async function ownEnquiry(ctx: Ctx, id: string): Promise<Enquiry> {
  const [enquiry] = await ctx.db.select().from(enquiries).where(eq(enquiries.id, id)).limit(1);
  if (!enquiry) throw new Error("an enquiry that was just written is gone");
  return enquiry;
}
