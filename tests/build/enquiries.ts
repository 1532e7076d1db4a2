import { enquiries } from "#schema/enquiries";
import type { World } from "../world";

type Given = Partial<typeof enquiries.$inferInsert>;
/** An enquiry that came in through the portal, straight into the table. */
export async function enquire({ db, clock }: World, given: Given = {}) {
  const id = crypto.randomUUID();
  const row = {
    id,
    reference: `EQ-${id.slice(0, 8)}`,
    status: "new" as const,
    name: "Visitor",
    email: "visitor@mill.example",
    language: "en" as const,
    body: "Do you make 75D/36F?",
    answerBy: clock.now,
    receivedAt: clock.now,
    ...given,
  };
  await db.insert(enquiries).values(row);
  return row;
}

/** An enquiry as a stranger's form sends it. */
export const anEnquiry = (given: Record<string, unknown> = {}) => ({
  id: crypto.randomUUID(),
  product: "dty-150d-48f-sd",
  quantity: "2.5 t",
  body: "Please quote for knitting.",
  name: "Nadia",
  company: "Nile Knit Demo",
  country: "EG",
  email: "nadia@nile.example",
  ...given,
});
