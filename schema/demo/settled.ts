import type { Demo } from "./demo";
import { buyers } from "./names";
import { domesticRow, foreignRow, putContacts, type Sketch } from "./partyFile";
import { putPerson, type Staff } from "./people";
import type { PartyRow, Trader } from "./trader";

export type Place = Partial<Pick<Trader, "weight" | "lagDays" | "quietFrom">> & {
  above: Trader;
  row?: Partial<PartyRow>;
};
export type Settle = (sketch: Sketch, place: Place) => Trader;

/** A domestic party with its file, its people and its habits. */
export function settled(demo: Demo, staff: Staff, sketch: Sketch, { above, row, ...habits }: Place): Trader {
  const salesperson = {
    TX: staff.sales,
    XS: staff["sales.xiaoshan"],
    JJ: staff["sales.jinjiang"],
    HQ: staff["sales.keqiao"],
  };
  const file = domesticRow(demo, sketch);
  Object.assign(file, {
    salespersonId: row?.keyAccount ? staff["sales.key"] : salesperson[sketch.town],
    afterSalesOwnerId: staff.aftersales,
    creditControllerId: staff.finance,
    ...row,
  });
  const ownerId = putPerson(demo, {
    email: `owner@${sketch.slug}.example`,
    name: `${file.shortName}负责人`,
    seats: [{ partyId: file.id, roles: ["owner"] }],
  });
  return {
    id: file.id,
    row: file,
    parents: [{ trader: above, from: demo.since, to: null }],
    weight: 0,
    lagDays: 0,
    quietFrom: null,
    ownerId,
    financeId: ownerId,
    shipTo: putContacts(demo, file, sketch.slug),
    ...habits,
  };
}

/** A buyer abroad; past the known ones a number keeps their names apart. */
export function settledBuyer(demo: Demo, above: Trader, staff: Staff, at: number): Trader {
  const round = Math.floor(at / buyers.length);
  const buyer = buyers[at % buyers.length];
  if (!buyer) throw new Error("no buyers abroad");
  const name =
    round === 0 ? buyer.name : buyer.name.replace(/(Demo|Örnek|Exemplo|Ejemplo)/, `$1 ${round + 1}`);
  const americas = ["BR", "MX"].includes(buyer.country);
  const file = foreignRow(
    demo,
    `E-${String(at + 1).padStart(4, "0")}`,
    { ...buyer, name },
    {
      salespersonId: at === 0 ? staff.export : americas ? staff["export.america"] : staff["export.asia"],
      afterSalesOwnerId: staff.aftersales,
      creditControllerId: staff["finance.export"],
      ...(at === 0 && { paymentTerm: "tt_split" as const, priceTerm: "FOB" as const }),
    },
  );
  const slug =
    at === 0
      ? "padma"
      : `${buyer.name.split(" ")[0]?.toLowerCase().replace("ö", "o")}${round ? round + 1 : ""}-${at}`;
  const ownerId = putPerson(demo, {
    email: `${at === 0 ? "buyer" : "owner"}@${slug}.example`,
    name: at === 0 ? "Rahim Uddin" : `${buyer.name} purchasing`,
    language: "en",
    seats: [{ partyId: file.id, roles: at === 0 ? ["owner", "buyer"] : ["owner"] }],
  });
  return {
    id: file.id,
    row: file,
    parents: [{ trader: above, from: demo.since, to: null }],
    weight: 1 / (at + 2),
    lagDays: at % 5 === 3 ? 20 : 2,
    quietFrom: null,
    ownerId,
    financeId: ownerId,
    shipTo: putContacts(demo, file, slug),
  };
}
