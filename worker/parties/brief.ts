import { z } from "zod";
import type { Party } from "#schema/parties";

/** How other nouns name a party: code and names, nothing of its file. */
export const PartyBrief = z
  .object({ code: z.string(), nameZh: z.string().nullable(), nameEn: z.string().nullable() })
  .meta({ id: "PartyBrief" });
export type PartyBrief = z.infer<typeof PartyBrief>;

export const presentBrief = ({
  code,
  nameZh,
  nameEn,
}: Pick<Party, "code" | "nameZh" | "nameEn">): PartyBrief => ({
  code,
  nameZh,
  nameEn,
});
