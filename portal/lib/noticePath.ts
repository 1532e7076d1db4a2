import { paths } from "./paths";
import type { Viewer } from "./viewer";

type Way = (reference: string) => string;

const forPartners: Record<string, Way> = {
  order: paths.order,
  shipment: paths.shipment,
  statement: paths.statement,
  complaint: paths.complaint,
  return: paths.return,
  enquiry: paths.ownEnquiry,
  person: paths.person,
};
const forStaff: Record<string, Way> = {
  order: paths.deskOrder,
  shipment: paths.deskShipment,
  statement: paths.statement,
  complaint: paths.deskComplaint,
  return: paths.deskReturn,
  follow_up: paths.followUp,
  enquiry: paths.deskEnquiry,
  person: paths.deskPerson,
  import: paths.import,
};

/** Where a notice leads: partners and staff see the same record on different pages. */
export function noticePath(noun: string, reference: string, viewer: Viewer | null): string {
  const ways = viewer?.side === "staff" ? forStaff : forPartners;
  return ways[noun]?.(reference) ?? paths.notices;
}
