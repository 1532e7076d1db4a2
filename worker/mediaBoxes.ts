import { blankPlace } from "./tiff";

type Box = { type: string; start: number; end: number };

/** A HEIC, AVIF, MP4 or MOV file without where it was taken; null when it ends too early. */
export function mediaWithoutPlace(bytes: Uint8Array): Uint8Array | null {
  const boxes = boxesOf(bytes);
  const holds = (wanted: string) => boxes?.some(({ type }) => type === wanted);
  if (!boxes || !holds("mdat") || !(holds("meta") || holds("moov"))) return null;
  const kept = bytes.slice();
  if (holds("meta")) blankExif(kept);
  for (const { start, end } of boxes.filter(({ type }) => type !== "mdat")) {
    blankSpokenPlace(kept.subarray(start, end));
  }
  return kept;
}

/** The outermost boxes; null when one of them is longer than the file. */
function boxesOf(bytes: Uint8Array): Box[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const boxes: Box[] = [];
  for (let start = 0; start + 8 <= bytes.length; ) {
    const size = boxSize(view, start);
    const end = start + size;
    if (size < 8 || end > bytes.length) return null;
    boxes.push({ type: String.fromCharCode(...bytes.subarray(start + 4, start + 8)), start, end });
    start = end;
  }
  return boxes;
}

/** One stands for a long size behind the type, zero for "up to the end". */
function boxSize(view: DataView, start: number): number {
  const size = view.getUint32(start);
  if (size === 0) return view.byteLength - start;
  if (size !== 1) return size;
  return start + 16 <= view.byteLength ? Number(view.getBigUint64(start + 8)) : 0;
}

/** Phones keep the camera's notes as a TIFF block somewhere among the coded picture. */
function blankExif(bytes: Uint8Array): void {
  for (const order of [0x49, 0x4d]) {
    for (let at = bytes.indexOf(order); at >= 0; at = bytes.indexOf(order, at + 1)) {
      if (bytes[at + 1] === order) blankPlace(bytes.subarray(at));
    }
  }
}

/** Videos say the place as text, +31.2304+121.4737/; spaces of the same length say nothing. */
function blankSpokenPlace(part: Uint8Array): void {
  const text = new TextDecoder("latin1").decode(part); // One character per byte.
  for (const match of text.matchAll(/[+-]\d{2}\.\d{2,}[+-]\d{3}\.\d{2,}/g)) {
    part.fill(0x20, match.index, match.index + match[0].length);
  }
}
