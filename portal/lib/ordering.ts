import type { Viewer } from "./viewer";

const buyers = ["owner", "buyer", "outlet_manager", "outlet_clerk"];
const sellers = ["sales_manager", "domestic_sales", "export_sales", "outlet_manager", "outlet_clerk"];
const senders = ["logistics", "sales_manager", "export_sales", "outlet_manager", "outlet_clerk"];

const has = (viewer: Viewer | null, roles: string[]) =>
  viewer?.roles.some((role) => roles.includes(role)) ?? false;

/** Whether to offer the form; the API decides who may. */
export const offersOrdering = (viewer: Viewer | null) =>
  has(viewer, viewer?.side === "staff" ? sellers : buyers);
export const offersPlanning = (viewer: Viewer | null) => viewer?.side === "staff" && has(viewer, senders);
