import { eq } from "drizzle-orm";
import { orderLines, promises } from "#schema/orders";
import type { Words } from "#schema/words/words";
import { businessDate } from "../calendar";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, write } from "../write";
import { changeOrder } from "./change";
import type { MoveOrder } from "./input";
import type { SeenOrder } from "./orders";
import { tellBuyer } from "./tell";

/** Moves promised dates; the old ones stay on record and the customer reads the reason. */
export async function movePromise(ctx: Ctx, { order, lines }: SeenOrder, input: MoveOrder): Promise<void> {
  const { reason } = input;
  const moved = lines.flatMap((line) => {
    const promisedOn =
      input.lines.find(({ position }) => position === line.position)?.promisedOn ?? input.promisedOn;
    return promisedOn && promisedOn !== line.promisedOn ? [{ ...line, promisedOn }] : [];
  });
  refuseUnless(ctx, moved, reason);
  const dates = lines.map(
    ({ id, promisedOn }) => moved.find((line) => line.id === id)?.promisedOn ?? promisedOn,
  );
  const { personId } = signedIn(ctx);
  await write(ctx, [
    changeOrder(ctx, order, {
      promisedOn:
        dates
          .filter((date) => date !== null)
          .sort()
          .at(-1) ?? null,
    }),
    ...moved.flatMap(({ id, promisedOn }) => [
      ctx.db.update(orderLines).set({ promisedOn }).where(eq(orderLines.id, id)),
      ctx.db.insert(promises).values({ orderLineId: id, promisedOn, reason, by: personId, at: ctx.now }),
    ]),
    event(ctx, { recordId: order.id, type: "order.promise_moved", reason }),
    ...tellBuyer(ctx, order, "order.promise_moved"),
  ]);
}

function refuseUnless(ctx: Ctx, moved: { position: number; promisedOn: string }[], reason: string | null) {
  const past = moved.filter(({ promisedOn }) => promisedOn < businessDate(ctx.now));
  const fields: Record<string, Words> = {
    ...Object.fromEntries(past.map(({ position }) => [`lines.${position - 1}.promisedOn`, notPast])),
    ...(moved.length === 0 ? { "lines.0.promisedOn": aDate } : {}),
    ...(reason ? {} : { reason: why }),
  };
  if (Object.keys(fields).length > 0) throw new Refusal("invalid", problem, fields);
}

const problem = { zh: "请检查标出的内容。", en: "There is a problem. Check what is marked." };
const aDate = { zh: "请填写新的交期。", en: "Enter a new date." };
const notPast = { zh: "新的交期不能早于今天。", en: "The new date cannot be before today." };
const why = { zh: "请填写原因，客户会看到。", en: "Say why; the customer reads it." };
