import type { Category, ColourMode, Intermingling, Lustre } from "#schema/words/products";

type Attributes = {
  category: Category;
  denier: number | null;
  filaments: number | null;
  plies: number | null;
  lustre: Lustre | null;
  colourMode: ColourMode | null;
  intermingling: Intermingling | null;
};

const lustreCodes: Record<Lustre, string> = {
  semi_dull: "SD",
  bright: "BR",
  trilobal_bright: "TBR",
  full_dull: "FD",
};
const colourCodes: Record<ColourMode, string> = { raw_white: "RW", dope_dyed: "DD", package_dyed: "PD" };

/** How the trade writes a specification: DTY 150D/48F SD RW NIM. */
export function modelOf({
  category,
  denier,
  filaments,
  plies,
  lustre,
  colourMode,
  intermingling,
}: Attributes) {
  const size = [denier && `${denier}D`, filaments && `${filaments}F`, plies && plies > 1 && plies];
  return [
    category.replaceAll("_", " ").toUpperCase(),
    size.filter(Boolean).join("/"),
    lustre && lustreCodes[lustre],
    colourMode && colourCodes[colourMode],
    intermingling?.toUpperCase(),
  ]
    .filter(Boolean)
    .join(" ");
}

/** A model as it stands in an address: dty-150d-48f-sd-rw-nim. */
export function referenceOf(model: string, id: string): string {
  const slug = model
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
  return slug || `p-${id.slice(0, 8)}`;
}

/** Decitex from denier, in tenths: dtex = D / 0.9, half away from zero. */
export const dtexTenthsOf = (denier: number | null) =>
  denier === null ? null : Math.floor((denier * 200 + 9) / 18);
