import { z } from "zod";
import type { contacts, Party } from "#schema/parties";

export const Completeness = z.object({ percent: z.number().int(), missing: z.array(z.string()) });

type Contact = Pick<typeof contacts.$inferSelect, "role" | "phone" | "mobile" | "email">;
type File = { party: Party; contacts: Contact[] };
type Part = { field: string; there: (file: File) => boolean };

const filled = (field: keyof Party): Part => ({ field, there: ({ party }) => Boolean(party[field]) });
const met = (field: string, has: (contact: Contact) => unknown): Part => ({
  field,
  there: ({ contacts: people }) => people.some(has),
});
const phone = met("phone", ({ phone: landline, mobile }) => landline || mobile);

const domestic: Part[] = [
  filled("nameZh"),
  filled("address"),
  filled("legalRepresentative"),
  met("purchaser", ({ role }) => role === "purchaser"),
  filled("uscc"),
  phone,
  filled("salespersonId"),
];
const abroad: Part[] = [
  filled("nameEn"),
  filled("country"),
  filled("port"),
  met("contact", () => true),
  phone,
  met("email", ({ email }) => email),
  filled("level"),
];

/** How much of what its kind of file must hold is there, in whole percent, and what is missing. */
export function completeness(file: File): z.infer<typeof Completeness> {
  const parts = file.party.kind === "export_buyer" ? abroad : domestic;
  const missing = parts.filter(({ there }) => !there(file)).map(({ field }) => field);
  return { percent: Math.round(((parts.length - missing.length) / parts.length) * 100), missing };
}
