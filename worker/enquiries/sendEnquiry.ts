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
import { takeTry } from "../throttle";
import { event, nextReference, write } from "../write";
import type { SendEnquiry } from "./input";
import { mayEnquire } from "./policy";

const perAddress = { tries: 10, minutes: 60 };
const tooMany = {
  zh: "您提交的询价较多，请一小时后再试，或直接致电我们。",
  en: "You have sent many enquiries. Try again in an hour, or call us.",
};
/** Hours of the office in which we promise a first answer. */
const answerWithin = { domestic: 4, export: 8 };

/** Takes in what a visitor or a partner would like to buy. */
export async function sendEnquiry(ctx: Ctx, input: SendEnquiry): Promise<Enquiry> {
  allow(mayEnquire(ctx.actor));
  const { body, name } = said(ctx, input);
  const { abroad, ...sender } = senderOf(ctx, input, name);
  await once(ctx, { id: input.id, input }, async (words) => {
    await offered(ctx, input.product);
    await takeTry(ctx, [{ key: `enquiry from ${ctx.address}`, limit: perAddress }], tooMany);
    const { step, reference } = nextReference(ctx, numberKey(numberPrefixes.enquiry, null, ctx.now));
    const { id, product: productRef, quantity: quantityMilli, language = ctx.language } = input;
    const answerBy = addBusinessHours(ctx.now, abroad ? answerWithin.export : answerWithin.domestic);
    await write(ctx, [
      step,
      ctx.db.insert(enquiries).values({
        ...sender,
        id,
        reference,
        productRef,
        quantityMilli,
        body,
        language,
        status: "new",
        receivedAt: ctx.now,
        answerBy,
      }),
      event(ctx, { recordId: id, type: "enquiry.received", to: "new", details: { said: words } }),
    ]);
  });
  return ownEnquiry(ctx, input.id);
}

/** Who asks and how to answer them. */
function senderOf({ actor }: Ctx, { company, country, email, phone }: SendEnquiry, name: string) {
  const given = { company, country, name, phone };
  if (!isSignedIn(actor))
    return { ...given, partyId: null, personId: null, email, abroad: !!country && country !== "CN" };
  const { partyId, kind } = actor.seat;
  return {
    ...given,
    partyId,
    personId: actor.personId,
    email: email ?? actor.email,
    abroad: kind === "export_buyer",
  };
}

/** What is asked and by whom; a stranger has to say who they are and how to reach them. */
function said({ actor }: Ctx, input: SendEnquiry): { body: string; name: string } {
  const known = isSignedIn(actor) ? actor : undefined;
  const name = input.name ?? known?.name;
  const fields: Record<string, Words> = {};
  if (!input.body) fields.body = { zh: "请填写您的需求。", en: "Enter what you would like to buy." };
  if (!name) fields.name = { zh: "请填写您的姓名。", en: "Enter your name." };
  if (!known && !input.email && !input.phone) fields.email = noContact;
  if (input.body && name && !fields.email) return { body: input.body, name };
  throw new Refusal(
    "invalid",
    { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." },
    fields,
  );
}

const noContact = {
  zh: "请填写邮箱或电话，以便我们答复。",
  en: "Enter an e-mail address or a telephone number, so that we can answer.",
};

/** One asks only for what one may know of. */
async function offered(ctx: Ctx, reference: string | null) {
  if (reference === null) return;
  const [product] = await ctx.db
    .select({ id: products.id })
    .from(products)
    .where(and(eq(products.reference, reference), visibleProducts(ctx.actor)))
    .limit(1);
  if (product) return;
  const gone = {
    zh: "没有该产品，可能已下架。",
    en: "There is no such product. It may have been withdrawn.",
  };
  throw new Refusal("invalid", gone, { product: gone });
}

/** Only whoever minted the id and sent these very words gets here. */
async function ownEnquiry(ctx: Ctx, id: string): Promise<Enquiry> {
  const [enquiry] = await ctx.db.select().from(enquiries).where(eq(enquiries.id, id)).limit(1);
  if (!enquiry) throw new Error("an enquiry that was just written is gone");
  return enquiry;
}
