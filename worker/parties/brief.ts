import { z } from "zod";
import { type Party, parties } from "#schema/parties";

/** How other nouns name a party: code and names, nothing of its file. */
export const PartyBrief = z
  .object({ code: z.string(), nameZh: z.string().nullable(), nameEn: z.string().nullable() })
  .meta({ id: "PartyBrief" });
export type PartyBrief = z.infer<typeof PartyBrief>;

export type NamedParty = Pick<Party, "code" | "nameZh" | "nameEn">;
/** All that a list reads of a party: its file is long, and most of it is nobody else's business. */
export const partyNames = { code: parties.code, nameZh: parties.nameZh, nameEn: parties.nameEn };

export const presentBrief = ({ code, nameZh, nameEn }: NamedParty): PartyBrief => ({ code, nameZh, nameEn });
