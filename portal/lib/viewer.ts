import type { PartnerRole, StaffRole } from "#schema/words/trade";
import type { Language } from "#schema/words/words";
import type { SessionView } from "#worker/api";

type Membership = { code: string; name: string; current: boolean };

/** Who looks at the page, as far as its frame needs to know. */
export type Viewer =
  | { side: "partner"; name: string; roles: PartnerRole[]; parties: Membership[] }
  | { side: "staff"; name: string; roles: StaffRole[]; parties: Membership[] };

export function viewerOf(session: SessionView | null, language: Language): Viewer | null {
  if (!session) return null;
  const parties = session.seats.map((seat) => ({
    code: seat.party,
    name: partyName(seat, language),
    current: seat.party === session.seat.party,
  }));
  // The API names the roles of the side that it says the person is on.
  return { side: session.kind, name: session.name, roles: session.seat.roles, parties } as Viewer;
}

type Named = { nameZh: string | null; nameEn: string | null; party?: string; code?: string };

/** The name of a party that a reader of this language should see. */
export function partyName(party: Named, language: Language): string {
  const name = language === "zh" ? (party.nameZh ?? party.nameEn) : (party.nameEn ?? party.nameZh);
  return name ?? party.code ?? party.party ?? "";
}
