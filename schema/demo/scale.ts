export type DemoProfile = "tiny" | "demo" | "load";

/** How much of everything each profile holds, over its months before today. */
export type Scale = {
  months: number;
  dealersPerOutlet: { TX: number; XS: number; JJ: number };
  subDealers: number;
  customers: number;
  buyers: number;
  prospects: number;
  domesticOrders: number;
  exportOrders: number;
  enquiries: number;
  /** Part of the catalogue that is listed. */
  specs: number;
  /** Part of the deliveries that are rung up afterwards. */
  followedUp: number;
  complaintRate: number;
};

const demo: Scale = {
  months: 24,
  dealersPerOutlet: { TX: 5, XS: 5, JJ: 4 },
  subDealers: 20,
  customers: 40,
  buyers: 16,
  prospects: 25,
  domesticOrders: 2_100,
  exportOrders: 230,
  enquiries: 120,
  specs: 60,
  followedUp: 0.24,
  complaintRate: 0.029,
};

export const scales: Record<DemoProfile, Scale> = {
  tiny: {
    months: 4,
    dealersPerOutlet: { TX: 2, XS: 2, JJ: 1 },
    subDealers: 2,
    customers: 4,
    buyers: 2,
    prospects: 2,
    domesticOrders: 24,
    exportOrders: 6,
    enquiries: 4,
    specs: 14,
    followedUp: 0.3,
    complaintRate: 0.08,
  },
  demo,
  // Twenty times the papers, for five times the parties: each has a longer history to page through.
  load: {
    ...demo,
    dealersPerOutlet: { TX: 25, XS: 25, JJ: 20 },
    subDealers: 100,
    customers: 200,
    buyers: 80,
    prospects: 125,
    domesticOrders: 42_000,
    exportOrders: 4_600,
    enquiries: 2_400,
  },
};
