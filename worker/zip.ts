const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const streamed = 0x08;
const elsewhere = 0xffffffff;

/** How many bytes a zip says it unpacks to; null when its directory is missing, cut off or evasive. */
export function declaredSize(bytes: Uint8Array): number | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  let total = 0;
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (at + 46 > end || view.getUint32(at, true) !== entryMark) return null;
    const size = entrySize(view, at);
    if (size === null) return null;
    total += size;
    at += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(at + field, true), 0);
  }
  return total;
}

/** The directory stands at the end, before a comment of at most 64 kB. */
function endOfDirectory(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - 65_557);
  for (let at = view.byteLength - 22; at >= first; at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return null;
}

/** An entry that hides its size here could claim any other where it is unpacked. */
function entrySize(view: DataView, at: number): number | null {
  const packed = view.getUint32(at + 20, true);
  const unpacked = view.getUint32(at + 24, true);
  const hidden = packed === 0 && (view.getUint16(at + 8, true) & streamed) !== 0;
  if (hidden || packed === elsewhere || unpacked === elsewhere) return null;
  return unpacked === 0 && packed > 2 ? null : Math.max(unpacked, packed);
}
