import type { PriceListView } from "#worker/api";
import { type Answers, blankForm, type Form } from "./form";

const blank = {
  reference: "",
  kind: "",
  level: "",
  party: "",
  nameZh: "",
  nameEn: "",
  currency: "CNY",
  priceTerm: "",
  termPlace: "",
  taxIncluded: "true",
  validFrom: "",
  validTo: "",
  lines: "",
};

export const newPriceListForm = (id: string): Form => blankForm<Answers>({ id, ...blank });

/** A list as it stands, to be changed or to start another from. */
export function priceListForm(list: PriceListView, started: Answers): Form {
  const {
    kind,
    level,
    party,
    nameZh,
    nameEn,
    currency,
    priceTerm,
    termPlace,
    taxIncluded,
    validFrom,
    validTo,
  } = list;
  return blankForm<Answers>({
    kind,
    level: level ?? "",
    party: party?.code ?? "",
    nameZh,
    nameEn,
    currency,
    priceTerm: priceTerm ?? "",
    termPlace: termPlace ?? "",
    taxIncluded: String(taxIncluded),
    validFrom,
    validTo: validTo ?? "",
    lines: list.lines.map(lineText).join("\n"),
    ...started,
  });
}

const lineText = ({ sku, fromMilli, unitPriceE4 }: PriceListView["lines"][number]) =>
  [sku, ...(fromMilli ? [fromMilli / 1000] : []), unitPriceE4 / 10_000].join("\t");

/** The form in the shape that the API wants: one line of text is one price. */
export function priceListBody(values: Answers) {
  const { lines, version, ...head } = values;
  return {
    ...head,
    lines: linesOf(String(lines ?? "")).map(priceLine),
    ...(version ? { version: Number(version) } : {}),
  };
}

function priceLine(line: string) {
  const [sku = "", ...figures] = line.split(/[\s;]+/);
  const unitPrice = figures.at(-1) ?? "";
  return { sku, from: figures.slice(0, -1).join(""), unitPrice };
}

const linesOf = (text: string) => text.split(/\r?\n/).flatMap((line) => (line.trim() ? [line.trim()] : []));

/** A form knows one field for all lines; so what is wrong with one line is said with its number. */
export function fieldsOfLines(fields: Record<string, string>, said: (line: number, words: string) => string) {
  const [first] = Object.entries(fields).filter(([name]) => name.startsWith("lines."));
  const others = Object.fromEntries(Object.entries(fields).filter(([name]) => !name.startsWith("lines.")));
  return first ? { ...others, lines: said(Number(first[0].split(".")[1]) + 1, first[1]) } : others;
}
