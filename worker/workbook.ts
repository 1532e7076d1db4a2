import { writeXlsx } from "hucre/xlsx";

export type Sheet = { name: string; rows: (string | number | Date | null)[][] };

/** Sheets of rows as an XLSX file. */
export const writeWorkbook = (sheets: Sheet[]): Promise<Uint8Array> => writeXlsx({ sheets });
