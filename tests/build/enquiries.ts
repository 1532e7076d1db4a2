import { enquiries } from "#schema/enquiries";
import type { World } from "../world";

type Given = Partial<typeof enquiries.$inferInsert>;
let last = 0;

/** An enquiry that came in through the portal, straight into the table. */
export async function enquire({ db, clock }: World, given: Given = {}) {
  last += 1;
  const row = {
    id: crypto.randomUUID(),
    reference: `EQ-2611-9${String(last).padStart(3, "0")}`,
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
