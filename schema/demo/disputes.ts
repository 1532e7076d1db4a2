import { disputes } from "../statements";
import type { Chance } from "./chance";
import { addWorkdays, businessDate, clock } from "./days";
import type { Answer } from "./statements";
import type { World } from "./world";

type Disputed = { id: string; lines: number; answer: Answer; luck: Chance; raisedBy: string };

/** A line that is not as they see it: open while the statement is, or settled before they confirmed. */
export function putDispute(world: World, { id, lines, answer, luck, raisedBy }: Disputed) {
  const { status, answeredAt, viewedAt } = answer;
  const open = status === "disputed" || status === "partially_confirmed";
  const settled = status === "confirmed" && luck.odds(0.03);
  const raisedAt = open ? answeredAt : viewedAt;
  if (!answeredAt || !raisedAt || lines === 0 || !(open || settled)) return;
  const reason = luck.pick(["price_diff", "qty_diff", "payment_missing"] as const);
  world.press.put(disputes, {
    id: luck.id(raisedAt),
    statementId: id,
    lineId: `${id} ${luck.int(1, lines)}`,
    reason,
    note: reason === "payment_missing" ? "月底已电汇，请核对" : "与我方记录不符，请核对",
    status: settled ? "rejected" : luck.odds(0.5) ? "open" : "under_review",
    raisedBy,
    raisedAt,
    answerDueAt: clock(addWorkdays(businessDate(raisedAt), 3), 17, 30),
    ...(settled && {
      reply: "已附签收单与余额调节表：我方余额减在途付款，等于贵方余额，双方一致。",
      repliedBy: world.cast.staff.finance,
      repliedAt: new Date(answeredAt.getTime() - 3_600_000),
    }),
  });
}
