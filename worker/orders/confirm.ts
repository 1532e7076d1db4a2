import { eq } from "drizzle-orm";
import { type Order, type OrderLine, orderLines, promises } from "#schema/orders";
import { type Party, parties } from "#schema/parties";
import type { Words } from "#schema/words/words";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, type Step, write } from "../write";
import { changeOrder } from "./change";
import type { MoveOrder } from "./input";
import { throughGates } from "./lifecycle";
import { amountOf } from "./line";
import type { SeenOrder } from "./orders";
import { tellBuyer } from "./tell";

/** Confirms price and date of every line; credit or a deposit may still stand in between. */
export async function confirmOrder(ctx: Ctx, { order, lines }: SeenOrder, input: MoveOrder): Promise<void> {
  const agreed = agreedLines(ctx, order, lines, input);
  const payer = await payerOf(ctx, order);
  const status = throughGates({ credit: isDoubtful(payer), deposit: payer.depositBp > 0 });
  await write(ctx, [
    changeOrder(ctx, order, {
      status,
      confirmedAt: status === "confirmed" ? ctx.now : null,
      promisedOn:
        agreed
          .map(({ promisedOn }) => promisedOn)
          .sort()
          .at(-1) ?? null,
      totalMinor: agreed.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    }),
    ...agreed.flatMap((line) => lineSteps(ctx, line)),
    event(ctx, {
      recordId: order.id,
      from: order.status,
      to: status,
      reason: input.reason,
      ...factOf(status),
    }),
    ...(status === "pending_credit" ? [] : tellBuyer(ctx, order, factOf(status).type)),
  ]);
}

/** Someone with the authority takes the risk; a deposit may still be due. */
export async function approveCredit(ctx: Ctx, { order }: SeenOrder, { reason }: MoveOrder): Promise<void> {
  const payer = await payerOf(ctx, order);
  const status = throughGates({ credit: false, deposit: payer.depositBp > 0 });
  await write(ctx, [
    changeOrder(ctx, order, { status, confirmedAt: status === "confirmed" ? ctx.now : null }),
    event(ctx, {
      recordId: order.id,
      type: "order.credit_approved",
      from: order.status,
      to: status,
      reason,
      forCustomer: false,
    }),
    event(ctx, { recordId: order.id, from: "pending_confirmation", to: status, ...factOf(status) }),
    ...tellBuyer(ctx, order, factOf(status).type),
  ]);
}

async function payerOf(ctx: Ctx, order: Order): Promise<Party> {
  const [payer] = await ctx.db.select().from(parties).where(eq(parties.id, order.billToId)).limit(1);
  if (!payer) throw new Error("an order without a payer");
  return payer;
}

/** Credit was withdrawn or is watched: someone above the salesperson decides. */
const isDoubtful = ({ holdReason, status }: Party) =>
  holdReason !== null || status === "on_watch" || status === "suspended";

function factOf(status: Order["status"]): { type: `order.${string}`; forCustomer: boolean } {
  if (status === "pending_credit") return { type: "order.credit_questioned", forCustomer: false };
  return {
    type: status === "pending_deposit" ? "order.deposit_awaited" : "order.confirmed",
    forCustomer: true,
  };
}

type Agreed = OrderLine & { promisedOn: string };

function agreedLines(ctx: Ctx, order: Order, lines: OrderLine[], input: MoveOrder): Agreed[] {
  const fields: Record<string, Words> = {};
  const agreed = lines.map((line) => {
    const said = input.lines.find(({ position }) => position === line.position);
    const unitPriceE4 = said?.unitPrice ?? line.unitPriceE4;
    const promisedOn = said?.promisedOn ?? input.promisedOn ?? line.promisedOn;
    const at = `lines.${line.position - 1}`;
    if (unitPriceE4 === null && isSold(order)) fields[`${at}.unitPrice`] = aPrice;
    if (!promisedOn) fields[`${at}.promisedOn`] = aDate;
    else if (promisedOn < businessDate(ctx.now)) fields[`${at}.promisedOn`] = notPast;
    const priced = { ...line, unitPriceE4 };
    return {
      ...priced,
      promisedOn: promisedOn ?? "",
      amountMinor: amountOf(priced, line.orderedMilli, order.currency),
    };
  });
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", problem, fields);
  return agreed;
}

/** Samples, replacements and free goods need no price. */
const isSold = ({ orderKind }: Order) => orderKind === "standard" || orderKind === "special";

const lineSteps = (ctx: Ctx, { id, unitPriceE4, amountMinor, promisedOn }: Agreed): Step[] => [
  ctx.db.update(orderLines).set({ unitPriceE4, amountMinor, promisedOn }).where(eq(orderLines.id, id)),
  ctx.db.insert(promises).values({ orderLineId: id, promisedOn, by: signedIn(ctx).personId, at: ctx.now }),
];

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const aPrice = { zh: "请填写单价。", en: "Enter the price." };
const aDate = { zh: "请填写承诺交期。", en: "Enter the date you promise." };
const notPast = { zh: "承诺交期不能早于今天。", en: "The promised date cannot be before today." };
