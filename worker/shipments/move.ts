import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, write } from "../write";
import { dispatchShipment } from "./dispatch";
import type { MoveShipment } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import { type Loaded, loadShipment } from "./load";
import { mayMove } from "./policy";
import { putBack, revokeReceipt } from "./putBack";
import { receiveShipment } from "./receive";
import { changeShipment } from "./transport";

/** The moves that are posted by name; the others have an input of their own. */
export const namedMoves = [
  "dispatch",
  "receive",
  "release_to_child",
  "put_back",
  "revoke_receipt",
  "cancel",
] as const satisfies Move[];
type Named = (typeof namedMoves)[number];

export async function moveShipment(
  ctx: Ctx,
  reference: string,
  move: Named,
  input: MoveShipment,
): Promise<void> {
  signedIn(ctx);
  const loaded = await loadShipment(ctx, reference);
  allow(mayMove(ctx.actor, loaded.shipment, move));
  sameVersion(loaded.shipment, input.version);
  statusAfter(loaded.shipment, move);
  await verbs[move](ctx, loaded, input);
}

type Verb = (ctx: Ctx, loaded: Loaded, input: MoveShipment) => Promise<void>;

const verbs: Record<Named, Verb> = {
  dispatch: dispatchShipment,
  receive: receiveShipment,
  release_to_child: releaseToChild,
  put_back: putBack,
  revoke_receipt: revokeReceipt,
  cancel: cancelShipment,
};

/** A resale parent lets its sub-dealer see the goods. */
async function releaseToChild(ctx: Ctx, { shipment }: Loaded) {
  await write(ctx, [
    changeShipment(ctx, shipment, { releasedToChild: true }),
    event(ctx, { recordId: shipment.id, type: `shipment.${facts.release_to_child}` }),
  ]);
}

async function cancelShipment(ctx: Ctx, { shipment }: Loaded, { reason }: MoveShipment) {
  const why = { zh: "请填写原因。", en: "Say why." };
  if (!reason) throw new Refusal("invalid", why, { reason: why });
  const status = statusAfter(shipment, "cancel");
  await write(ctx, [
    changeShipment(ctx, shipment, { status }),
    event(ctx, {
      recordId: shipment.id,
      type: `shipment.${facts.cancel}`,
      from: shipment.status,
      to: status,
      reason,
    }),
  ]);
}
