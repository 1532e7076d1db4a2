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
  returns: "/returns",
  return: under("/returns"),
  newReturn: "/returns/new",
  people: "/people",

  desk: "/desk",
  parties: "/desk/parties",
  party: under("/desk/parties"),
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
  followUps: "/desk/follow-ups",
  enquiries: "/desk/enquiries",
  deskEnquiry: under("/desk/enquiries"),
  ownEnquiries: "/enquiries",
  ownEnquiry: under("/enquiries"),
  staff: "/desk/people",

  publicHome: (language: Language) => `/${language}`,
  catalogue: (language: Language) => `/${language}/catalogue`,
  catalogueItem: (language: Language, reference: string) => under(`/${language}/catalogue`)(reference),
  guestComplaint: (language: Language) => `/${language}/complaint`,
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
