import type { Party } from "#schema/parties";
import type { ContactRole } from "#schema/words/trade";

type File = { party: Party; contacts: { role: ContactRole; phone: string | null; mobile: string | null; email: string | null }[] };
type Part = { field: string; there: (file: File) => boolean };

const filled = (field: keyof Party): Part => ({ field, there: ({ party }) => Boolean(party[field]) });
const reachable: Part = { field: "phone", there: ({ contacts }) => contacts.some(({ phone, mobile }) => phone || mobile) };
const mailable: Part = { field: "email", there: ({ contacts }) => contacts.some(({ email }) => email) };
const contact: Part = { field: "contact", there: ({ contacts }) => contacts.length > 0 };
const purchaser: Part = { field: "purchaser", there: ({ contacts }) => contacts.some(({ role }) => role === "purchaser") };

const domestic: Part[] = [
  filled("nameZh"), filled("address"), filled("legalRepresentative"), purchaser, filled("uscc"), reachable, filled("salespersonId"),
];
const abroad: Part[] = [
  filled("nameEn"), filled("country"), filled("port"), contact, reachable, mailable, filled("level"),
];

/** How much of what its kind of file must hold is there, in whole percent, and what is missing. */
export function completeness(file: File): { percent: number; missing: string[] } {
  const parts = file.party.kind === "export_buyer" ? abroad : domestic;
  const missing = parts.filter(({ there }) => !there(file)).map(({ field }) => field);
  return { percent: Math.round(((parts.length - missing.length) / parts.length) * 100), missing };
}
