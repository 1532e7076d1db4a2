import { and, eq, inArray } from "drizzle-orm";
import { complaints } from "#schema/complaints";
import { parties } from "#schema/parties";
import { receivedGoods } from "../complaints/goods";
import { visibleComplaints } from "../complaints/policy";
import { filingSteps } from "../complaints/submit";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import type { write } from "../write";
import type { Goods } from "./goods";
import type { RequestReturn } from "./input";

type Linked = { id: string | null; steps: Parameters<typeof write>[1] };
type Asked = { said: string; first: Goods[number] };

/** The complaint a return follows from; a quality fault that was never complained of brings one along. */
export async function linkedComplaint(
  ctx: Ctx,
  input: RequestReturn,
  { said, first }: Asked,
): Promise<Linked> {
  if (input.complaint) return { id: await complaintId(ctx, input.complaint, first), steps: [] };
  if (input.reason !== "quality") return { id: null, steps: [] };
  const { partyId } = first.shipment;
  const goods = await receivedGoods(ctx, partyId, first.line.id);
  const [party] = await ctx.db.select().from(parties).where(eq(parties.id, partyId)).limit(1);
  if (!party) throw new Error("delivered goods without a party");
  const id = crypto.randomUUID();
  const complaint = { ...unsaid, id, description: input.note ?? faulty, complained: first.quantityMilli };
  return { id, steps: await filingSteps(ctx, said, { input: complaint, party, goods }) };
}

/** The photos stay with the return, which the complaint leads to. */
const unsaid = {
  class: "quality" as const,
  demand: "return" as const,
  unopened: null,
  used: null,
  whereFound: null,
  machine: null,
  demandAmount: null,
  machineStopped: false,
  lotNo: null,
  fileIds: [],
  shipmentLineId: null,
  party: null,
  channel: null,
  receivedAt: null,
};
const faulty = "因质量问题申请退货 / Return asked for because of a quality fault";

async function complaintId(ctx: Ctx, reference: string, { shipment }: Goods[number]): Promise<string> {
  const [found] = await ctx.db
    .select({ id: complaints.id })
    .from(complaints)
    .where(
      and(
        eq(complaints.reference, reference),
        inArray(complaints.partyId, [shipment.partyId, shipment.billToId]),
        visibleComplaints(ctx.actor),
      ),
    )
    .limit(1);
  const words = { zh: "没有找到该投诉。", en: "We could not find that complaint." };
  if (!found) throw new Refusal("invalid", words, { complaint: words });
  return found.id;
}
