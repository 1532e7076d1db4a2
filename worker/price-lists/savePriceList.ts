import { and, eq, inArray } from "drizzle-orm";
import { parties } from "#schema/parties";
import { priceLines, priceLists, skus } from "#schema/products";
import type { Words } from "#schema/words/words";
import { isStaff } from "../actor";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { once } from "../once";
import { nothing } from "../reach";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { duplicateOf, event, mustHaveChanged, type Step, write } from "../write";
import type { CreatePriceList, EditPriceList } from "./input";
import { statusAfter } from "./lifecycle";
import { mayBePriced, mayEdit, mayKnowLists } from "./policy";
import { findPriceList, noList } from "./priceLists";

/** Drafts a price list with its lines. */
export async function createPriceList(ctx: Ctx, input: CreatePriceList): Promise<void> {
  if (!mayKnowLists(signedIn(ctx))) throw noList();
  allow(mayEdit(ctx.actor));
  await once(ctx, { id: input.id, input }, async (said) => {
    const { id, reference } = input;
    const head = await headOf(ctx, input);
    await writeNew(ctx, [
      ctx.db.insert(priceLists).values({ ...head, id, reference, status: "draft", createdAt: ctx.now }),
      ...(await lineSteps(ctx, id, input.lines)),
      event(ctx, {
        recordId: id,
        type: "price_list.drafted",
        to: "draft",
        forCustomer: false,
        details: { said },
      }),
    ]);
  });
}

/** Changes a draft, its lines as a whole. */
export async function editPriceList(ctx: Ctx, reference: string, input: EditPriceList): Promise<void> {
  const { list } = (await findPriceList(ctx, reference)).row;
  allow(mayEdit(ctx.actor));
  sameVersion(list, input.version);
  const status = statusAfter(list.status, "edit");
  const head = await headOf(ctx, input);
  await write(ctx, [
    ctx.db
      .update(priceLists)
      .set({ ...head, status, version: list.version + 1 })
      .where(and(eq(priceLists.id, list.id), eq(priceLists.version, list.version))),
    mustHaveChanged(ctx),
    ctx.db.delete(priceLines).where(eq(priceLines.priceListId, list.id)),
    ...(await lineSteps(ctx, list.id, input.lines)),
    event(ctx, {
      recordId: list.id,
      type: "price_list.edited",
      from: list.status,
      to: status,
      forCustomer: false,
    }),
  ]);
}

async function headOf(ctx: Ctx, input: EditPriceList) {
  const { kind, nameZh, nameEn, currency, priceTerm, termPlace, taxIncluded, validFrom, validTo } = input;
  const level = kind === "level" || kind === "promo" ? input.level : null;
  const partyId = kind === "list" || kind === "level" ? null : await partyIdOf(ctx, input.party);
  return {
    kind,
    level,
    partyId,
    nameZh,
    nameEn,
    currency,
    priceTerm,
    termPlace,
    taxIncluded,
    validFrom,
    validTo,
  };
}

async function partyIdOf(ctx: Ctx, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const priced = isStaff(ctx.actor) && mayBePriced(ctx.actor, businessDate(ctx.now));
  const [party] = await ctx.db
    .select({ id: parties.id })
    .from(parties)
    .where(and(eq(parties.code, code.toUpperCase()), priced || nothing))
    .limit(1);
  if (party) return party.id;
  const unknown = { zh: "没有这个往来单位。", en: "There is no such party." };
  throw new Refusal("invalid", unknown, { party: unknown });
}

/** The rows of a list, a few hundred at a time; a code that nobody knows is named by its line. */
async function lineSteps(ctx: Ctx, priceListId: string, lines: EditPriceList["lines"]): Promise<Step[]> {
  const codes = [...new Set(lines.map(({ sku }) => sku))];
  const known = codes.length
    ? await ctx.db
        .select({ id: skus.id, code: skus.code })
        .from(skus)
        .where(inArray(skus.code, codes))
        .limit(codes.length)
    : [];
  const idOf = new Map(known.map(({ id, code }) => [code, id]));
  refuseUnknown(lines.map(({ sku }) => idOf.has(sku)));
  const rows = lines.map(({ sku, from, unitPrice }) => {
    const fromMilli = from ?? 0;
    const skuId = idOf.get(sku) ?? "";
    return {
      id: `${priceListId} ${sku} ${fromMilli}`,
      priceListId,
      skuId,
      fromMilli,
      unitPriceE4: unitPrice,
    };
  });
  const pages = Array.from({ length: Math.ceil(rows.length / 200) }, (_, at) =>
    rows.slice(at * 200, at * 200 + 200),
  );
  return pages.map((some) => ctx.db.insert(priceLines).values(some));
}

function refuseUnknown(known: boolean[]) {
  const unknown: Words = { zh: "没有这个规格编码。", en: "There is no SKU with this code." };
  const fields = known.flatMap((isKnown, at) => (isKnown ? [] : [[`lines.${at}.sku`, unknown] as const]));
  if (fields.length > 0) throw new Refusal("invalid", unknown, Object.fromEntries(fields));
}

async function writeNew(ctx: Ctx, steps: Step[]) {
  try {
    await write(ctx, steps);
  } catch (error) {
    if (duplicateOf(error) !== "price_lists.reference") throw error;
    const taken = { zh: "这个编号已被使用。", en: "This reference is taken." };
    throw new Refusal("conflict", taken, { reference: taken });
  }
}
