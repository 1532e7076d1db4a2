import { z } from "zod";
import type { addresses, contacts, Party } from "#schema/parties";

const maybe = z.string().nullable();

const Contact = z.object({
  id: z.string(),
  name: z.string(),
  role: z.string(),
  phone: maybe,
  mobile: maybe,
  email: maybe,
  wechat: maybe,
});
const Address = z.object({
  id: z.string(),
  kind: z.string(),
  consignee: z.string(),
  phone: maybe,
  lines: z.string(),
  conditions: maybe,
});

/** Registration, terms, contacts and addresses: what a party may read of itself. */
export const PartyFile = z
  .object({
    shortName: maybe,
    formerNames: z.array(z.string()),
    legalRepresentative: maybe,
    uscc: maybe,
    taxpayerKind: maybe,
    establishedOn: maybe,
    licenceExpiresOn: maybe,
    registrationNo: maybe,
    address: maybe,
    addressEn: maybe,
    port: maybe,
    portOfLoading: maybe,
    consignee: maybe,
    notifyParty: maybe,
    shippingMarks: maybe,
    forwarder: maybe,
    priceLevel: maybe,
    priceTerm: maybe,
    termPlace: maybe,
    currency: z.string(),
    taxIncluded: z.boolean(),
    paymentTerm: z.string(),
    paymentDays: z.number().nullable(),
    depositBp: z.number(),
    plusBp: z.number(),
    minusBp: z.number(),
    singleLot: z.boolean(),
    tradingModel: maybe,
    shareAmountsWithParent: z.boolean(),
    outletKind: maybe,
    operation: maybe,
    territory: z.array(z.string()),
    contacts: z.array(Contact),
    addresses: z.array(Address),
  })
  .meta({ id: "PartyFile" });
export type PartyFile = z.infer<typeof PartyFile>;

const plain = Object.keys(PartyFile.omit({ contacts: true, addresses: true }).shape);

type Rows = {
  party: Party;
  contacts: (typeof contacts.$inferSelect)[];
  addresses: (typeof addresses.$inferSelect)[];
};

export function presentFile({ party, contacts: met, addresses: places }: Rows): PartyFile {
  const named = Object.entries(party).filter(([field]) => plain.includes(field));
  return {
    // The schema above names the fields; those of the same name in the row are what it lets out.
    ...(Object.fromEntries(named) as Omit<PartyFile, "contacts" | "addresses">),
    contacts: met.map(({ id, name, role, phone, mobile, email, wechat }) => ({
      id,
      name,
      role,
      phone,
      mobile,
      email,
      wechat,
    })),
    addresses: places.map(({ id, kind, consignee, phone, lines, conditions }) => ({
      id,
      kind,
      consignee,
      phone,
      lines,
      conditions,
    })),
  };
}
