import { eq, sql } from "drizzle-orm";
import { shipmentLines } from "#schema/shipments";
import type { Ctx } from "../context";
import { Refusal } from "../refusal";
import { type Guard, must, type Step } from "../write";

/**
 * Takes a quantity of a delivered line for a return, or gives some back when negative. Never more than was
 * shipped: two approvals at once cannot both have the last carton, for the check is in their transaction.
 */
export function holdSteps(ctx: Ctx, shipmentLineId: string, changeMilli: number): (Step | Guard)[] {
  if (changeMilli === 0) return [];
  return [
    must(
      ctx,
      sql`(select returned_milli + ${changeMilli} between 0 and quantity_milli
        from shipment_lines where id = ${shipmentLineId})`,
      new Refusal("conflict", overdrawn),
    ),
    ctx.db
      .update(shipmentLines)
      .set({ returnedMilli: sql`${shipmentLines.returnedMilli} + ${changeMilli}` })
      .where(eq(shipmentLines.id, shipmentLineId)),
  ];
}

const overdrawn = {
  zh: "退货数量超过了该批发货的可退数量。请核对其他退货单后再试。",
  en: "This is more than was shipped and not yet returned. Check the other returns of this delivery.",
};
