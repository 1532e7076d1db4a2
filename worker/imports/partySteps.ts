import { companyId, contacts, parties, partyParents } from "#schema/parties";
import { businessDate } from "../calendar";
import { event, nextReference, type Step } from "../write";
import type { PartyDraft } from "./drafts";
import type { KnownParty } from "./known";
import { asText, countedSteps } from "./numbers";
import type { Work } from "./steps";

const prefixOf: Record<PartyDraft["kind"], string> = {
  outlet: "O",
  dealer: "D",
  customer: "C",
  export_buyer: "E",
  prospect: "P",
  end_user: "U",
  service_provider: "S",
};

/** A file with its place in the tree and its contacts. */
export function partySteps({ ctx, known }: Work, draft: PartyDraft): Step[] {
  const id = crypto.randomUUID();
  const aboveId = (draft.below && known.party.get(draft.below)?.id) || companyId;
  const number = draft.code ? null : nextReference(ctx, prefixOf[draft.kind]);
  const file = {
    ...draft.file,
    salespersonId: draft.salesperson ? (known.person.get(draft.salesperson)?.id ?? null) : null,
  };
  for (const key of [draft.ref, draft.code, draft.file.nameZh, draft.file.nameEn]) {
    if (key) known.party.set(key, justMade(id, aboveId, draft));
  }
  return [
    ...(number ? [number.step] : countedSteps(ctx, draft.code)),
    ctx.db.insert(parties).values({
      ...file,
      id,
      code: draft.code ?? asText(number?.reference),
      kind: draft.kind,
      status: draft.kind === "prospect" ? "prospect" : "active",
      source: "import",
      externalRef: draft.ref,
      createdAt: ctx.now,
    }),
    ctx.db.insert(partyParents).values({
      partyId: id,
      parentId: aboveId,
      validFrom: draft.since ?? businessDate(ctx.now),
    }),
    ...draft.contacts.map((contact) =>
      ctx.db.insert(contacts).values({ ...contact, id: crypto.randomUUID(), partyId: id }),
    ),
    event(ctx, { recordId: id, type: "party.imported", channel: "import", forCustomer: false }),
  ];
}

/** So that a party further down the page may stand below this one. */
const justMade = (id: string, aboveId: string, { ref, code, kind, file }: PartyDraft): KnownParty => ({
  id,
  code: code ?? "",
  kind,
  externalRef: ref,
  nameZh: file.nameZh ?? null,
  nameEn: file.nameEn ?? null,
  uscc: file.uscc ?? null,
  tradingModel: file.tradingModel ?? null,
  currency: file.currency ?? "CNY",
  taxIncluded: file.taxIncluded ?? true,
  paymentTerm: file.paymentTerm ?? "prepaid",
  paymentDays: file.paymentDays ?? null,
  plusBp: file.plusBp ?? 300,
  minusBp: file.minusBp ?? 300,
  aboveId,
  outletId: null,
  outletCode: null,
});
