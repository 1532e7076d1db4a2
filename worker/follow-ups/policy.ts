import type { SQL } from "drizzle-orm";
import { followUps } from "#schema/followUps";
import { type Actor, isStaff } from "../actor";
import { inReach } from "../reach";

/** The follow-ups this actor may know exist: a tool of the staff, so others know of none. */
export const visibleFollowUps = (actor: Actor): SQL => inReach(actor, "follow_up", followUps.id);

const callers = [
  "after_sales",
  "after_sales_lead",
  "sales_manager",
  "domestic_sales",
  "export_sales",
  "outlet_manager",
  "outlet_clerk",
] as const;

type Rated = { salespersonId: string | null } | null;

/** Nobody asks a customer how satisfied they are with themselves. */
export const mayCall = (actor: Actor, rated: Rated) =>
  isStaff(actor, ...callers) && rated?.salespersonId !== actor.personId;

export const mayWaive = (actor: Actor) => isStaff(actor, "after_sales_lead", "sales_manager");
