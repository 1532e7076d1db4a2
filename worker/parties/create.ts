import { and, ne, or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { type Party, parties, partyParents } from "#schema/parties";
import type { PartyKind } from "#schema/words/trade";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { once } from "../once";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { duplicateOf, event, nextReference, type Step, write } from "../write";
import { keepersAreStaff, refuseSameUscc, usccIsFree } from "./change";
import { allowFields, columnsOf } from "./fields";
import type { CreateParty } from "./input";
import { partyInReach, thatParty } from "./parties";
import { mayKeepFiles, mayOpenOutlet } from "./policy";
import { mustFit, tradingModelUnder } from "./tree";

const prefixOf: Record<Exclude<PartyKind, "company" | "outlet">, string> = {
  dealer: "D",
  customer: "C",
  export_buyer: "E",
  prospect: "P",
  end_user: "U",
  service_provider: "S",
};

/** Opens a file under its parent; the same form again is the same file. Returns its code. */
export async function createParty(ctx: Ctx, input: CreateParty): Promise<string> {
  signedIn(ctx);
  allow(mayKeepFiles(ctx.actor) && (input.kind !== "outlet" || mayOpenOutlet(ctx.actor)));
  await once(ctx, { id: input.id, input }, (said) => open(ctx, input, said));
  return thatParty(ctx, input.id);
}

async function open(ctx: Ctx, input: CreateParty, said: string) {
  const {
    id,
    kind,
    parent: parentCode,
    code,
    outletKind,
    operation,
    tradingModel,
    anotherFirm,
    ...fields
  } = input;
  const parent = await partyInReach(ctx, parentCode);
  mustFit(kind, parent);
  allowFields(ctx.actor, fields);
  await refuseSameUscc(ctx, id, fields.uscc);
  if (!anotherFirm) await refuseSameName(ctx, id, fields);
  const number = numberOf(ctx, kind, code);
  const today = businessDate(ctx.now);
  const columns = columnsOf(fields, { currency: "CNY", paymentTerm: "prepaid", paymentDays: null });
  const outlet = kind === "outlet" ? { outletKind: outletKind ?? "stall", operation } : {};
  try {
    await write(ctx, [
      number.steps,
      usccIsFree(ctx, id, fields.uscc),
      keepersAreStaff(ctx, fields, today),
      ctx.db.insert(parties).values({
        ...columns,
        ...outlet,
        id,
        kind,
        // Drizzle takes an expression where its types say a text.
        code: number.code as string,
        tradingModel: tradingModelUnder(kind, parent, tradingModel),
        status: kind === "prospect" ? "prospect" : "active",
        source: "staff",
        createdAt: ctx.now,
      }),
      ctx.db.insert(partyParents).values({ partyId: id, parentId: parent.id, validFrom: today }),
      event(ctx, { recordId: id, type: "party.created", details: { said } }),
    ]);
  } catch (error) {
    if (duplicateOf(error) === "parties.code") throw codeTaken();
    throw error;
  }
}

function numberOf(
  ctx: Ctx,
  kind: CreateParty["kind"],
  letters: string | null,
): { steps: Step[]; code: string | SQL } {
  if (kind === "outlet") return { steps: [], code: letters ?? "" };
  const { step, reference } = nextReference(ctx, prefixOf[kind]);
  return { steps: [step], code: reference };
}

function codeTaken() {
  const words = { zh: "该编号已被使用,请换一个。", en: "This code is taken. Choose another." };
  return new Refusal("conflict", words, { code: words });
}

type Named = { nameZh?: string | null; nameEn?: string | null };

/** A file of the same firm may exist; whoever knows better says so and opens another. */
async function refuseSameName(ctx: Ctx, id: string, { nameZh, nameEn }: Named) {
  const same = (column: SQLiteColumn, name: string | null | undefined) =>
    name ? sql`${keyOf(sql`${column}`)} = ${keyOf(sql`${name}`)}` : undefined;
  const twins: Pick<Party, "code">[] = await ctx.db
    .select({ code: parties.code })
    .from(parties)
    .where(and(ne(parties.id, id), or(same(parties.nameZh, nameZh), same(parties.nameEn, nameEn))))
    .limit(3);
  if (twins.length === 0) return;
  const codes = twins.map(({ code }) => code).join(", ");
  const words = {
    zh: `已有同名档案:${codes}。如确为另一家单位,请勾选确认。`,
    en: `A file of this name exists: ${codes}. If this is another firm, confirm it.`,
  };
  throw new Refusal("conflict", words, { anotherFirm: words });
}

const marks = [".", ",", "，", "(", ")", "（", "）", "-", "　"];
const legalForms = [
  "co",
  "ltd",
  "limited",
  "llc",
  "inc",
  "corp",
  "corporation",
  "gmbh",
  "jsc",
  "pvt",
  "ltda",
  "plc",
];
const chineseForms = ["股份", "有限责任公司", "有限公司", "经营部", "商行", " "];

/** A company's name without what differs between two spellings of it: legal form, brackets, blanks, case. */
function keyOf(name: SQL): SQL {
  const spaced = marks.reduce(
    (text, mark) => sql`replace(${text}, ${mark}, ' ')`,
    sql`' ' || lower(${name}) || ' '`,
  );
  const plain = legalForms.reduce((text, form) => sql`replace(${text}, ${` ${form} `}, ' ')`, spaced);
  return chineseForms.reduce((text, form) => sql`replace(${text}, ${form}, '')`, plain);
}
