import type { Language } from "#schema/words/words";

const under = (folder: string) => (reference: string) => `${folder}/${encodeURIComponent(reference)}`;

export const paths = {
  home: "/",
  signIn: "/sign-in",
  signOut: "/sign-out",
  forgotPassword: "/forgot-password",
  resetPassword: "/reset-password",
  switchParty: "/party",
  account: "/account",

  orders: "/orders",
  order: under("/orders"),
  newOrder: "/orders/new",
  shipments: "/shipments",
  shipment: under("/shipments"),
  ledger: "/ledger",
  statements: "/statements",
  statement: under("/statements"),
  statementPaper: (reference: string) => `${under("/statements")(reference)}/print`,
  statementFile: (reference: string, format: "csv" | "xlsx") =>
    `/api/v1/statements/${encodeURIComponent(reference)}?format=${format}`,
  deskStatements: "/desk/statements",
  deskAccounts: "/desk/accounts",
  deskAccount: (party: string, currency: string) => `${under("/desk/accounts")(party)}?currency=${currency}`,
  complaints: "/complaints",
  complaint: under("/complaints"),
  newComplaint: "/complaints/new",
  complaintOn: (lot: string, line: string) =>
    `/complaints/new?q=${encodeURIComponent(lot)}&line=${encodeURIComponent(line)}`,
  returns: "/returns",
  return: under("/returns"),
  newReturn: "/returns/new",
  returnOf: (line: string) => `/returns/new?line=${encodeURIComponent(line)}`,
  people: "/people",
  person: under("/people"),
  notices: "/notices",

  desk: "/desk",
  deskOrders: "/desk/orders",
  deskOrder: under("/desk/orders"),
  deskShipments: "/desk/shipments",
  deskShipment: under("/desk/shipments"),
  planShipment: (order: string) => `/desk/shipments/new?order=${encodeURIComponent(order)}`,
  parties: "/desk/parties",
  party: under("/desk/parties"),
  newParty: "/desk/parties/new",
  changeParty: (code: string) => `${under("/desk/parties")(code)}/change`,
  products: "/desk/catalogue",
  product: under("/desk/catalogue"),
  newProduct: "/desk/catalogue/new",
  families: "/desk/catalogue/families",
  editProduct: (reference: string) => `${under("/desk/catalogue")(reference)}/edit`,
  priceLists: "/desk/price-lists",
  priceList: under("/desk/price-lists"),
  newPriceList: "/desk/price-lists/new",
  editPriceList: (reference: string) => `${under("/desk/price-lists")(reference)}/edit`,
  imports: "/desk/imports",
  import: under("/desk/imports"),
  deskComplaints: "/desk/complaints",
  allComplaints: "/desk/complaints/all",
  typeComplaint: "/desk/complaints/new",
  deskComplaint: under("/desk/complaints"),
  complaintMove: (reference: string, move: string) => `${under("/desk/complaints")(reference)}/${move}`,
  complaintTask: (reference: string, task: string) => `${under("/desk/complaints")(reference)}/tasks/${task}`,
  complaintAppraisal: (reference: string) => `${under("/desk/complaints")(reference)}/appraisal`,
  deskReturns: "/desk/returns",
  deskReturn: under("/desk/returns"),
  followUps: "/desk/follow-ups",
  followUp: under("/desk/follow-ups"),
  satisfaction: "/desk/follow-ups/satisfaction",
  enquiries: "/desk/enquiries",
  deskEnquiry: under("/desk/enquiries"),
  ownEnquiries: "/enquiries",
  ownEnquiry: under("/enquiries"),
  staff: "/desk/people",
  peopleOf: (party: string) => `/desk/people?party=${encodeURIComponent(party)}`,
  deskPerson: under("/desk/people"),
  jobs: "/desk/jobs",

  publicHome: (language: Language) => `/${language}`,
  catalogue: (language: Language) => `/${language}/catalogue`,
  catalogueItem: (language: Language, reference: string) => under(`/${language}/catalogue`)(reference),
  guestComplaint: (language: Language) => `/${language}/complain`,
  tracking: (language: Language) => `/${language}/track`,
  tracked: (language: Language, code: string) => under(`/${language}/track`)(code),
  trackedFile: (language: Language, code: string) => under(`${under(`/${language}/track`)(code)}/files`),
  enquiry: (language: Language, product?: string) =>
    `/${language}/enquiry${product ? `?product=${encodeURIComponent(product)}` : ""}`,
  file: under("/api/v1/files"),
};

/** The same page in the other language: another prefix on public pages, a request to remember elsewhere. */
export function inLanguage(url: URL, language: Language): string {
  const there = new URL(url);
  if (/^\/(zh|en)(\/|$)/.test(there.pathname)) {
    there.pathname = there.pathname.replace(/^\/(zh|en)/, `/${language}`);
  } else {
    there.searchParams.set("language", language);
  }
  return there.pathname + there.search;
}
