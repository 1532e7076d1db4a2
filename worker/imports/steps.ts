import type { Ctx } from "../context";
import { type Posting, postingsOf } from "../ledger/post";
import type { Guard, Step } from "../write";
import type { Draft, EntryDraft } from "./drafts";
import type { Known } from "./known";
import { orderSteps } from "./orderSteps";
import { partySteps } from "./partySteps";
import { listSteps, priceStep } from "./priceSteps";
import { familySteps, productSteps, skuSteps } from "./productSteps";

/** On whose behalf records are written, and what is known of those around them. */
export type Work = { ctx: Pick<Ctx, "db" | "now" | "actor">; known: Known };

/** The steps that write some drafts, what they owe included, in one transaction. */
export async function stepsOf(work: Work, drafts: Draft[]): Promise<(Step | Guard)[]> {
  const written = drafts.map((draft) => recordSteps(work, draft));
  const postings = written.flatMap(({ postings: owed }) => owed);
  const posted = postings.length > 0 ? await postingsOf(work.ctx, postings) : [];
  const priced = drafts.filter((draft) => draft.noun === "price");
  return [
    ...listSteps(work, priced),
    ...written.flatMap(({ steps }) => steps),
    ...posted.flatMap(({ steps }) => steps),
  ];
}

type Written = { steps: Step[]; postings: Posting[] };

function recordSteps(work: Work, draft: Draft): Written {
  switch (draft.noun) {
    case "party":
      return { steps: partySteps(work, draft), postings: [] };
    case "family":
      return { steps: familySteps(work, draft), postings: [] };
    case "product":
      return { steps: productSteps(work, draft), postings: [] };
    case "sku":
      return { steps: skuSteps(work, draft), postings: [] };
    case "order":
      return orderSteps(work, draft);
    case "entry":
      return { steps: [], postings: [openingOf(work, draft)] };
    case "price":
      return { steps: [priceStep(work, draft)], postings: [] };
  }
}

function openingOf({ known }: Work, draft: EntryDraft): Posting {
  const party = known.party.get(draft.party);
  if (!party) throw new Error(`a balance of nobody: ${draft.ref}`);
  const { currency, amountMinor, businessDate, dueOn, docNo, memo } = draft;
  return {
    ...{ id: crypto.randomUUID(), type: "opening", partyId: party.id },
    ...{ currency, amountMinor, businessDate, dueOn, docNo, memo },
    source: "import",
    externalRef: draft.ref,
  };
}
