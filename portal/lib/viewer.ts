import type { PartnerRole, StaffRole } from "#schema/words/trade";

type Membership = { code: string; name: string; current: boolean };

/** Who looks at the page, as far as its frame needs to know. */
export type Viewer =
  | { side: "partner"; name: string; roles: PartnerRole[]; parties: Membership[] }
  | { side: "staff"; name: string; roles: StaffRole[]; parties: Membership[] };
