import { companyId, parties, partyParents } from "../parties";
import { clock } from "./days";
import type { Demo } from "./demo";
import { putContacts } from "./partyFile";
import { putPerson, putStaff } from "./people";
import type { PartyRow, Trader } from "./trader";

/** The company itself, its four outlets and its staff. Tongxiang is contracted: it buys like a dealer. */
export function putCompany(demo: Demo) {
  const company = theCompany(demo);
  const outlets = outletsOf(demo, company);
  const staff = putStaff(demo, {
    company: company.id,
    XS: outlets.XS.id,
    JJ: outlets.JJ.id,
    EX: outlets.EX.id,
  });
  Object.assign(outlets.TX.row, { salespersonId: staff.sales });
  outlets.TX.ownerId = putPerson(demo, {
    email: "manager@tongxiang.example",
    name: "桐乡档口负责人",
    seats: [{ partyId: outlets.TX.id, roles: ["outlet_manager"] }],
  });
  outlets.TX.financeId = outlets.TX.ownerId;
  Object.assign(outlets.TX, {
    weight: 9,
    lagDays: 1,
    shipTo: putContacts(demo, outlets.TX.row, "tongxiang"),
  });
  for (const trader of [company, ...Object.values(outlets)]) putTrader(demo, trader);
  return { company, outlets, staff };
}

function theCompany(demo: Demo): Trader {
  return bare({
    id: companyId,
    code: "LX",
    kind: "company",
    nameZh: "浙江岚序化纤有限公司（示例）",
    nameEn: "Zhejiang Lanxu Chemical Fibre Co., Ltd. (Demo)",
    shortName: "岚序化纤",
    initials: "LXHX",
    address: "浙江省嘉兴市桐乡市示例工业园1号",
    addressEn: "1 Demo Industrial Park, Tongxiang, Zhejiang, China",
    invoiceTitle: "浙江岚序化纤有限公司（示例）",
    bank: "示例银行桐乡支行",
    bankAccount: "99000000000000001",
    createdAt: clock(demo.since, 9),
  });
}

function outletsOf(demo: Demo, company: Trader) {
  const at = clock(demo.since, 9);
  const luck = demo.chance("outlets");
  const outlet = (code: string, nameZh: string, nameEn: string, row: Partial<PartyRow>): PartyRow => ({
    id: luck.id(at),
    code,
    kind: "outlet",
    operation: "direct",
    nameZh,
    nameEn,
    shortName: nameZh,
    status: "active",
    createdAt: at,
    ...row,
  });
  const under = (row: PartyRow) => ({
    ...bare(row),
    parents: [{ trader: company, from: demo.since, to: null }],
  });
  return {
    TX: under(
      outlet("TX", "桐乡档口", "Tongxiang stall", {
        outletKind: "stall",
        operation: "contracted",
        priceLevel: "outlet",
        priceTerm: "ex_works",
        paymentTerm: "eom_1",
        initials: "TXDK",
        level: "A",
        creditLimitMinor: 300_000_000,
        territory: ["330483"],
        address: "浙江省嘉兴市桐乡市濮院镇示例市场1号",
      }),
    ),
    XS: under(
      outlet("XS", "萧山档口", "Xiaoshan stall", {
        outletKind: "stall",
        initials: "XSDK",
        territory: ["330109"],
      }),
    ),
    JJ: under(
      outlet("JJ", "晋江办事处", "Jinjiang office", {
        outletKind: "office",
        initials: "JJBSC",
        territory: ["350582"],
      }),
    ),
    EX: under(outlet("EX", "外贸部", "Export department", { outletKind: "office", initials: "WMB" })),
  };
}

const bare = (row: PartyRow): Trader => ({
  id: row.id,
  row,
  parents: [],
  weight: 0,
  lagDays: 0,
  quietFrom: null,
  ownerId: "",
  financeId: "",
  shipTo: { consignee: row.nameZh ?? "", phone: null, lines: row.address ?? "" },
});

export function putTrader(demo: Demo, { row, parents }: Trader) {
  demo.taken(row.code);
  demo.press.put(parties, row);
  for (const { trader, from, to } of parents) {
    demo.press.put(partyParents, { partyId: row.id, parentId: trader.id, validFrom: from, validTo: to });
  }
}
