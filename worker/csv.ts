/** Rows as UTF-8 CSV with a byte-order mark, safe against formula injection. */
export function writeCsv(rows: (string | number | null)[][]): Uint8Array {
  return new TextEncoder().encode(`\uFEFF${rows.map((row) => row.map(cellOf).join(",")).join("\r\n")}\r\n`);
}

function cellOf(value: string | number | null): string {
  if (value === null) return "";
  const text = typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
