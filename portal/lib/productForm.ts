import type { ProductView } from "#worker/api";
import { type Answers, blankForm, type Form } from "./form";
import { rowFields, rowsIn } from "./rows";

export const tables = {
  composition: ["fibre", "percent"],
  technical: ["name", "target", "tolerance", "unit", "method"],
  certificates: ["name", "number", "expiresOn"],
} as const;
type Table = keyof typeof tables;
const tableNames = Object.keys(tables) as Table[]; // Object.keys forgets what its keys are.

const blank = {
  family: "",
  visibility: "public",
  model: "",
  category: "",
  nameZh: "",
  nameEn: "",
  descriptionZh: "",
  descriptionEn: "",
  usageZh: "",
  usageEn: "",
  packingZh: "",
  packingEn: "",
  aliases: "",
  denier: "",
  filaments: "",
  plies: "",
  twist: "",
  intermingling: "",
  lustre: "",
  crossSection: "",
  colourMode: "",
  hsCode: "",
  moq: "",
  leadTimeDays: "",
  uom: "kg",
};

export function newProductForm(id: string): Form {
  const rows = tableNames.map((name) => rowFields(name, tables[name], []));
  return blankForm<Answers>({ id, ...blank, ...Object.assign({}, ...rows) });
}

/** The newest wording as an editor changes it. */
export function editProductForm(product: ProductView): Form {
  const wording = product.draft ?? product.live;
  if (!wording) return newProductForm("");
  const { composition, technical, certificates, aliases, moqMilli } = wording;
  const plain = Object.keys(blank).map((name) => [name, textOf(wording, name)] as const);
  return blankForm<Answers>({
    version: String(product.version),
    ...Object.fromEntries(plain),
    family: product.family.code,
    visibility: product.visibility,
    aliases: aliases.join("\n"),
    moq: moqMilli === null ? "" : String(moqMilli / 1000),
    ...rowFields(
      "composition",
      tables.composition,
      composition.map(({ fibre, percent }) => ({ fibre, percent: String(percent) })),
    ),
    ...rowFields("technical", tables.technical, technical),
    ...rowFields(
      "certificates",
      tables.certificates,
      certificates.map((one) => ({ ...one, expiresOn: one.expiresOn ?? "" })),
    ),
  });
}

/** What was typed, with a place for every row that the visitor may have added. */
export async function filledProductForm(request: Request, form: Form): Promise<Form> {
  const said = await request.formData();
  const values = Object.fromEntries([...said].map(([name, value]) => [name, String(value)]));
  const plain = Object.keys(form.values).filter((name) => !name.includes("."));
  const rows = tableNames.map((name) => rowFields(name, tables[name], rowsIn(values, name, tables[name])));
  return {
    ...form,
    values: Object.assign(Object.fromEntries(plain.map((name) => [name, values[name] ?? ""])), ...rows),
  };
}

/** The form in the shape that the API wants. */
export function productBody(values: Answers) {
  const { version, ...plain } = Object.fromEntries(
    Object.entries(values).filter(([name]) => !name.includes(".")),
  );
  const rows = tableNames.map((name) => [name, rowsIn(values, name, tables[name])] as const);
  return {
    ...plain,
    ...Object.fromEntries(rows),
    aliases: linesOf(String(values.aliases ?? "")),
    ...(version ? { version: Number(version) } : {}),
  };
}

const linesOf = (text: string) => text.split(/\r?\n/).flatMap((line) => (line.trim() ? [line.trim()] : []));

function textOf(wording: object, name: string): string {
  const value: unknown = Object.entries(wording).find(([key]) => key === name)?.[1];
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
