import type { Language } from "#schema/words/words";
import { paths } from "./paths";
import { wordsFor } from "./say";
import type { Viewer } from "./viewer";
import { frame } from "./words/frame";

type Section = keyof (typeof frame)["zh"]["sections"];
type Entry = { section: Section; path: string; roles?: readonly string[] };

const money = ["owner", "finance", "outlet_manager"] as const;

const partnerEntries = (language: Language): Entry[] => [
  { section: "home", path: paths.home },
  { section: "orders", path: paths.orders },
  { section: "shipments", path: paths.shipments },
  { section: "statements", path: paths.statements, roles: money },
  { section: "complaints", path: paths.complaints },
  { section: "returns", path: paths.returns },
  { section: "catalogue", path: paths.catalogue(language) },
  { section: "people", path: paths.people, roles: ["owner", "outlet_manager"] },
];

const priceRoles = ["sales_manager", "general_manager", "domestic_sales", "export_sales", "finance"] as const;
const enquiryRoles = [
  "domestic_sales",
  "export_sales",
  "sales_manager",
  "outlet_manager",
  "outlet_clerk",
] as const;
const catalogueRoles = ["catalog_editor", "technical", "admin", ...priceRoles, ...enquiryRoles] as const;
const noMoney = ["logistics", "qc", "technical", "rnd", "production_planner", "catalog_editor"] as const;

const staffEntries: Entry[] = [
  { section: "desk", path: paths.desk },
  { section: "orders", path: paths.deskOrders },
  { section: "shipments", path: paths.deskShipments },
  { section: "statements", path: paths.deskStatements },
  { section: "complaints", path: paths.deskComplaints },
  { section: "returns", path: paths.deskReturns },
  { section: "parties", path: paths.parties },
  { section: "products", path: paths.products, roles: catalogueRoles },
  { section: "imports", path: paths.imports, roles: ["sales_manager", "finance", "admin"] },
  { section: "staff", path: paths.staff, roles: ["admin", "general_manager"] },
];

const visitorEntries = (language: Language): Entry[] => [
  { section: "catalogue", path: paths.catalogue(language) },
  { section: "enquiry", path: paths.enquiry(language) },
  { section: "guestComplaint", path: paths.guestComplaint(language) },
];

/** What the frame offers; a shortcut only, for every page asks the API whether the viewer may. */
export function sectionsFor(viewer: Viewer | null, language: Language) {
  const names = frame[language].sections;
  return entriesFor(viewer, language).map(({ section, path }) => ({ label: names[section], path }));
}

function entriesFor(viewer: Viewer | null, language: Language): Entry[] {
  if (!viewer) return visitorEntries(language);
  const roles: readonly string[] = viewer.roles;
  const may = (entry: Entry) => !entry.roles || entry.roles.some((role) => roles.includes(role));
  if (viewer.side === "partner") return partnerEntries(language).filter(may);
  const seesMoney = roles.some((role) => !noMoney.some((other) => other === role));
  return staffEntries.filter(may).filter(({ section }) => seesMoney || section !== "statements");
}

/** The parts of the staff's side of the catalogue. */
export function catalogueTabs(viewer: Viewer | null, language: Language, current: string) {
  const words = wordsFor(language);
  const tabs: { path: string; label: string; roles?: readonly string[] }[] = [
    { path: paths.products, label: words.products.title },
    { path: paths.priceLists, label: words.priceLists.title, roles: priceRoles },
    {
      path: paths.enquiries,
      label: words.enquiries.list,
      roles: [...enquiryRoles, "general_manager", "catalog_editor"],
    },
  ];
  const roles: readonly string[] = viewer?.roles ?? [];
  return tabs
    .filter((tab) => !tab.roles || tab.roles.some((role) => roles.includes(role)))
    .map(({ path, label }) => ({ href: path, label, current: path === current }));
}

/** The section that the page lies in: the longest path that it begins with. */
export function currentPath(pathname: string, sections: { path: string }[]): string | undefined {
  const holds = (path: string) => pathname === path || (path !== "/" && pathname.startsWith(`${path}/`));
  const found = sections.map(({ path }) => path).filter(holds);
  return found.sort((a, b) => b.length - a.length)[0];
}
