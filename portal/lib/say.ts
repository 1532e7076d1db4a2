import type { Language, Words } from "#schema/words/words";
import { access } from "./words/access";
import { apiGuide } from "./words/apiGuide";
import { catalogue } from "./words/catalogue";
import { complaintDesk } from "./words/complaintDesk";
import { complaintFacts } from "./words/complaintFacts";
import { complaintForms } from "./words/complaintForms";
import { complaints } from "./words/complaints";
import { enquiries } from "./words/enquiries";
import { followUps } from "./words/followUps";
import { frame } from "./words/frame";
import { home } from "./words/home";
import { imports } from "./words/imports";
import { jobs } from "./words/jobs";
import { ledger } from "./words/ledger";
import { notices } from "./words/notices";
import { orderDesk } from "./words/orderDesk";
import { orders } from "./words/orders";
import { parties } from "./words/parties";
import { partyFile } from "./words/partyFile";
import { people } from "./words/people";
import { priceLists } from "./words/priceLists";
import { products } from "./words/products";
import { returns } from "./words/returns";
import { shipmentDesk } from "./words/shipmentDesk";
import { shipments } from "./words/shipments";
import { statementPaper } from "./words/statementPaper";
import { statements } from "./words/statements";
import { welcome } from "./words/welcome";

const areas = {
  access,
  apiGuide,
  frame,
  home,
  catalogue,
  orders,
  orderDesk,
  shipments,
  shipmentDesk,
  jobs,
  ledger,
  notices,
  statements,
  statementPaper,
  complaints,
  complaintDesk,
  complaintFacts,
  complaintForms,
  followUps,
  returns,
  parties,
  partyFile,
  people,
  imports,
  enquiries,
  priceLists,
  products,
  welcome,
};
type Areas = { [Area in keyof typeof areas]: (typeof areas)[Area]["zh"] };

const inEach = { zh: all("zh"), en: all("en") };

/** Every word of the portal in one language, by area. */
export function wordsFor(language: Language): Areas {
  return inEach[language];
}

/** Words in both languages (as the labels of codes are) or already in the reader's. */
export type Text = string | Words;

export function say(text: Text, language: Language): string {
  return typeof text === "string" ? text : text[language];
}

function all(language: Language): Areas {
  const pairs = Object.entries(areas).map(([area, words]) => [area, words[language]]);
  return Object.fromEntries(pairs) as Areas; // fromEntries forgets which area has which words.
}
