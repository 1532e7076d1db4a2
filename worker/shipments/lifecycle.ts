import { type ShipmentStatus, shipmentStatusWords } from "#schema/words/shipments";
import type { Market } from "#schema/words/trade";
import { Refusal } from "../refusal";

/** Each move that a person makes, and the fact it leaves behind. */
export const facts = {
  amend: "amended",
  dispatch: "dispatched",
  track: "tracked",
  receive: "received",
  release_to_child: "released_to_child",
  put_back: "put_back",
  revoke_receipt: "receipt_revoked",
  cancel: "cancelled",
} as const;
export type Move = keyof typeof facts;
export const moves = Object.keys(facts) as Move[];

type Standing = { market: Market; status: ShipmentStatus };

const planning: Record<Market, ShipmentStatus[]> = {
  domestic: ["planned", "picking", "loaded"],
  export: ["planned", "booked", "space_confirmed", "stuffed", "gated_in", "customs_hold", "customs_released"],
};
const travelling: Record<Market, ShipmentStatus[]> = {
  domestic: ["dispatched", "in_transit", "out_for_delivery", "delivered"],
  export: ["on_board", "sailed", "transshipped", "arrived", "discharged", "released", "delivered"],
};
const signed: ShipmentStatus[] = ["signed", "signed_with_exception", "confirmed"];
/** These happen at any point of their half of the way and always are where the goods stand. */
const setbacks: ShipmentStatus[] = ["rolled", "customs_hold", "refused"];

export const isPlanned = ({ market, status }: Standing) =>
  planning[market].includes(status) || status === "rolled";
export const isTravelling = ({ market, status }: Standing) => travelling[market].includes(status);
export const isSigned = ({ status }: Pick<Standing, "status">) => signed.includes(status);

/** Where a complaint or a return may begin. */
export const arrivedStatuses: ShipmentStatus[] = ["delivered", ...signed];
/** Planned quantities are reserved until they leave or are given up. */
export const reservingStatuses: ShipmentStatus[] = [
  ...new Set([...planning.domestic, ...planning.export, "rolled" as const]),
];

/** Left, and not with the receiver yet. */
export const movingStatuses: ShipmentStatus[] = [
  ...new Set([...travelling.domestic, ...travelling.export].filter((status) => status !== "delivered")),
  "refused",
];

/** From where the receiver may say that the goods are there, whatever the carrier has told us. */
function canBeSigned({ market, status }: Standing): boolean {
  if (market === "domestic") return isTravelling({ market, status });
  return travelling.export.indexOf(status) >= travelling.export.indexOf("arrived");
}

/** Which moves are open, without regard to who asks. */
export function openMoves(shipment: Standing & { releasedToChild: boolean }): Move[] {
  const { status } = shipment;
  const before = isPlanned(shipment);
  const open: Record<Move, boolean> = {
    amend: before || isTravelling(shipment),
    dispatch: before,
    track: trackable(shipment).length > 0,
    receive: canBeSigned(shipment),
    release_to_child: !shipment.releasedToChild && status !== "cancelled",
    put_back: status === "refused",
    revoke_receipt: isSigned(shipment),
    cancel: before,
  };
  return moves.filter((move) => open[move]);
}

/** Where a move leads, or a refusal that names what is in the way. */
export function statusAfter(
  shipment: Standing & { releasedToChild: boolean },
  move: Move,
  exception = false,
): ShipmentStatus {
  const { market, status } = shipment;
  if (!openMoves(shipment).includes(move)) throw notNow(shipment);
  if (move === "dispatch") return market === "export" ? "on_board" : "dispatched";
  if (move === "receive")
    return market === "export" ? "confirmed" : exception ? "signed_with_exception" : "signed";
  if (move === "put_back") return "returned_to_warehouse";
  if (move === "revoke_receipt") return "delivered";
  return move === "cancel" ? "cancelled" : status;
}

/** What may be recorded about the goods now. */
export function trackable(shipment: Standing): ShipmentStatus[] {
  const { market } = shipment;
  const dispatched = travelling[market][0];
  if (isPlanned(shipment)) {
    return [
      ...planning[market].filter((code) => code !== "planned"),
      ...(market === "export" ? (["rolled"] as const) : []),
    ];
  }
  // What was refused at the gate may be brought again.
  if (!isTravelling(shipment) && shipment.status !== "refused") return [];
  return [
    ...travelling[market].filter((code) => code !== dispatched),
    ...(market === "domestic" ? (["refused"] as const) : []),
  ];
}

/** Where the goods stand after a record of `code`; one that comes in late changes nothing. */
export function statusAfterRecord(shipment: Standing, code: ShipmentStatus): ShipmentStatus {
  const { market, status } = shipment;
  if (!trackable(shipment).includes(code)) throw notNow(shipment);
  if (setbacks.includes(code) || setbacks.includes(status)) return code;
  const way = [...planning[market], ...travelling[market]];
  return way.indexOf(code) > way.indexOf(status) ? code : status;
}

/** Where records, in the order they happened, have brought goods that are still planned or have left. */
export function statusOfRecords(
  { market }: Standing,
  planned: boolean,
  codes: ShipmentStatus[],
): ShipmentStatus {
  const start: ShipmentStatus = planned ? "planned" : market === "export" ? "on_board" : "dispatched";
  return codes.reduce<ShipmentStatus>((status, code) => {
    const here = { market, status };
    return trackable(here).includes(code) ? statusAfterRecord(here, code) : status;
  }, start);
}

function notNow({ market, status }: Standing): Refusal {
  const { zh, en } = shipmentStatusWords[market][status];
  return new Refusal("conflict", {
    zh: `发货单目前是“${zh}”，不能进行此操作。`,
    en: `The shipment is “${en}” now, so this is not possible.`,
  });
}
