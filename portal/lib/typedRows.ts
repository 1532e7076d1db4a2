const cells = (row: string) =>
  row
    .trim()
    .split(/[\t,;，；]+|\s+/)
    .filter(Boolean);
const rows = (typed: string) =>
  typed
    .split("\n")
    .map(cells)
    .filter((row) => row.length > 0);

/** The 码单 as people paste it: carton number, cones, gross, tare in each row. */
export const cartonsTyped = (typed: string) =>
  rows(typed).map(([cartonNo = "", cones = "", gross = "", tare = ""]) => ({ cartonNo, cones, gross, tare }));

/** Number, type and seal of a container in each row. */
export const containersTyped = (typed: string) =>
  rows(typed).map(([no = "", type = "", sealNo = ""]) => ({ no, type, sealNo }));

/** What is wrong inside rows of one field, under that field's own name and with the row's number. */
export function fieldsOfRows(fields: Record<string, string>, inside: RegExp, row: (n: number) => string) {
  return Object.fromEntries(
    Object.entries(fields).map(([name, words]) => {
      const [, field, number] = inside.exec(name) ?? [];
      return field ? [field, `${row(Number(number) + 1)}${words}`] : [name, words];
    }),
  );
}
