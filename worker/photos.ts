import { orientationOf, orientationOnly } from "./tiff";

/** Keeps what draws the picture and which way up it is; null when the picture ends too early. */
export function jpegWithoutTraces(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [];
  let orientation = 1;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1; // A fill byte.
      continue;
    }
    const end = at + 2 + ((bytes[at + 2] ?? 0) << 8) + (bytes[at + 3] ?? 0);
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (marker === 0xe1) orientation = exifOrientation(segment) ?? orientation;
    if (drawsThePicture(marker, segment)) kept.push(segment);
    at = end;
    if (marker !== 0xda) continue;
    const next = endOfScan(bytes, at);
    if (next === null) return null;
    kept.push(bytes.subarray(at, next));
    // What follows the end mark are other pictures and their traces.
    if (bytes[next + 1] === 0xd9) return joined([startOfImage, turned(orientation), ...kept, endOfImage]);
    at = next;
  }
  return null;
}

/** Null when a chunk is cut off or the end chunk is missing. */
export function pngWithoutTraces(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const kept = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = asciiAt(bytes, at + 4);
    if (!/^(eXIf|tEXt|zTXt|iTXt|tIME)$/.test(type)) kept.push(bytes.subarray(at, end));
    if (type === "IEND") return joined(kept);
    at = end;
  }
  return null;
}

/** Null when the container is shorter than it says. */
export function webpWithoutTraces(bytes: Uint8Array): Uint8Array | null {
  const view = viewOf(bytes);
  const size = view.getUint32(4, true) + 8;
  if (size > bytes.length) return null;
  const kept: Uint8Array[] = [bytes.slice(0, 12)];
  for (let at = 12; at + 8 <= size; ) {
    const length = view.getUint32(at + 4, true);
    const end = at + 8 + length + (length % 2);
    if (end > size) return null;
    const type = asciiAt(bytes, at);
    if (type === "VP8X") kept.push(withoutTraceFlags(bytes.slice(at, end)));
    else if (type !== "EXIF" && type !== "XMP ") kept.push(bytes.subarray(at, end));
    at = end;
  }
  const whole = joined(kept);
  viewOf(whole).setUint32(4, whole.length - 8, true);
  return whole;
}

const startOfImage = new Uint8Array([0xff, 0xd8]);
const endOfImage = new Uint8Array([0xff, 0xd9]);

/** Of the application segments only three matter to a viewer: JFIF, the colour profile and Adobe's transform. */
function drawsThePicture(marker: number, segment: Uint8Array): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return marker === 0xe0 || marker === 0xee || (marker === 0xe2 && asciiAt(segment, 4, 11) === "ICC_PROFILE");
}

function exifOrientation(segment: Uint8Array): number | null {
  return asciiAt(segment, 4, 6) === "Exif\0\0" ? orientationOf(segment.subarray(10)) : null;
}

function turned(orientation: number): Uint8Array {
  return orientation === 1 ? new Uint8Array() : orientationOnly(orientation);
}

/** Where the next real marker stands: coded bytes hide 0xff as ff 00, and ff d0…d7 only restart them. */
function endOfScan(bytes: Uint8Array, from: number): number | null {
  for (
    let at = bytes.indexOf(0xff, from);
    at >= 0 && at + 1 < bytes.length;
    at = bytes.indexOf(0xff, at + 1)
  ) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && (marker < 0xd0 || marker > 0xd7)) return at;
  }
  return null;
}

function withoutTraceFlags(chunk: Uint8Array): Uint8Array {
  chunk[8] = (chunk[8] ?? 0) & ~0x0c;
  return chunk;
}

const asciiAt = (bytes: Uint8Array, at: number, length = 4) =>
  String.fromCharCode(...bytes.subarray(at, at + length));

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function joined(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
