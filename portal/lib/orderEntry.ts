import type { OrderOffer } from "#worker/api";
import { blankForm, type Form, filledForm } from "./form";

type OrderForm = Form<Record<string, string>>;
const own = ["id", "party", "q", "customerPo", "requestedOn", "addressId", "remarks"];
const starts = "quantity:";

/** The field in which a quantity of one item is typed. */
export const quantityField = (sku: string) => `${starts}${sku}`;

export const newOrderForm = (party: string, q: string): OrderForm =>
  blankForm({ ...Object.fromEntries(own.map((name) => [name, ""])), id: crypto.randomUUID(), party, q });

/** What was typed, whichever items the form showed. */
export async function filledOrder(
  request: Request,
  form: OrderForm,
): Promise<{ form: OrderForm; send: boolean }> {
  const said = await request.clone().formData();
  const quantities = [...said.keys()].filter((name) => name.startsWith(starts)).map((name) => [name, ""]);
  const blank = { ...form, values: { ...form.values, ...Object.fromEntries(quantities) } };
  return { form: await filledForm(request, blank), send: said.get("step") !== "find" };
}

/** The items that somebody wants, in the order of the form. */
export const chosenSkus = ({ values }: OrderForm): string[] =>
  Object.keys(values).flatMap((name) =>
    name.startsWith(starts) && values[name]?.trim() ? [name.slice(starts.length)] : [],
  );

/** Those of them that the offer on this page does not show. */
export const elsewhere = (form: OrderForm, { items }: OrderOffer): string[] =>
  chosenSkus(form).filter((sku) => !items.some((item) => item.sku === sku));

/** The form as the API wants it: full cartons where somebody wrote cartons. */
export function orderBody(form: OrderForm) {
  const { id, party, customerPo, requestedOn, addressId, remarks } = form.values;
  const lines = chosenSkus(form).map((sku) => ({ sku, ...amountOf(form.values[quantityField(sku)] ?? "") }));
  return { id, party, customerPo, requestedOn, addressId, remarks, lines };
}

function amountOf(typed: string): { quantity: string } | { cartons: string } {
  const [, cartons] =
    /^([\d,]+)(?:箱|件|ctns?|cartons?)$/i.exec(typed.normalize("NFKC").replace(/\s+/g, "")) ?? [];
  return cartons ? { cartons } : { quantity: typed };
}

/** What is wrong with line 0 is wrong with the first chosen item. */
export function fieldsOfOrder(form: OrderForm): OrderForm {
  const skus = chosenSkus(form);
  const fields = Object.entries(form.fields).map(([name, words]) => {
    const sku = skus[Number(/^lines\.(\d+)\./.exec(name)?.[1] ?? Number.NaN)];
    return [sku ? quantityField(sku) : name, words];
  });
  return { ...form, fields: Object.fromEntries(fields) };
}
