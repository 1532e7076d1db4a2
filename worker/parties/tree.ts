import type { Party } from "#schema/parties";
import { type PartyKind, partyKindWords } from "#schema/words/trade";
import { Refusal } from "../refusal";

/** What may stand under what: company, outlet, dealer of any tier, then who buys from them. */
const parentsOf: Record<Exclude<PartyKind, "company">, PartyKind[]> = {
  outlet: ["company"],
  dealer: ["company", "outlet", "dealer"],
  customer: ["company", "outlet", "dealer"],
  export_buyer: ["company", "outlet"],
  prospect: ["company", "outlet", "dealer"],
  end_user: ["company", "outlet", "dealer"],
  service_provider: ["company", "outlet"],
};

type Placed = Pick<Party, "kind">;

export function mustFit(kind: PartyKind, parent: Placed) {
  if (kind !== "company" && parentsOf[kind].includes(parent.kind)) return;
  const [own, above] = [partyKindWords[kind], partyKindWords[parent.kind]];
  const words = {
    zh: `“${own.zh}”不能归属于“${above.zh}”。`,
    en: `A party of the kind “${own.en}” cannot stand under a party of the kind “${above.en}”.`,
  };
  throw new Refusal("invalid", words, { parent: words });
}

/** Under a dealer it is settled who bills, and unless told otherwise the dealer does; elsewhere the company bills. */
export function tradingModelUnder(
  kind: PartyKind,
  parent: Placed,
  wanted: Party["tradingModel"] | undefined,
): Party["tradingModel"] {
  const trades = kind === "dealer" || kind === "customer";
  return trades && parent.kind === "dealer" ? (wanted ?? "resale") : null;
}
