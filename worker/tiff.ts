const orientationTag = 0x0112;
const placeTag = 0x8825;
const bytesOfType = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

type Tiff = { view: DataView; little: boolean; directory: number };

/** Which way up the camera was held, 1 to 8; null when the block does not say. */
export function orientationOf(block: Uint8Array): number | null {
  const tiff = openTiff(block);
  const entry = tiff && entriesOf(tiff, tiff.directory).find((at) => tagAt(tiff, at) === orientationTag);
  if (!tiff || !entry) return null;
  const value = tiff.view.getUint16(entry + 8, tiff.little);
  return value >= 1 && value <= 8 ? value : null;
}

/** A JPEG segment that says which way up, and nothing else. */
export function orientationOnly(orientation: number): Uint8Array {
  const exif = [0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0];
  const header = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
  return new Uint8Array([...exif, ...header, 0, 1, ...entry, 0, 0, 0, 0]);
}

/** Empties the directory of places in a block, in place: nothing around it has to move. */
export function blankPlace(block: Uint8Array): void {
  const tiff = openTiff(block);
  if (!tiff) return;
  for (const at of entriesOf(tiff, tiff.directory)) {
    if (tagAt(tiff, at) === placeTag) blankDirectory(block, tiff, tiff.view.getUint32(at + 8, tiff.little));
  }
}

function blankDirectory(block: Uint8Array, tiff: Tiff, directory: number): void {
  for (const at of entriesOf(tiff, directory)) {
    const size =
      (bytesOfType[tiff.view.getUint16(at + 2, tiff.little)] ?? 0) * tiff.view.getUint32(at + 4, tiff.little);
    const value = size > 4 ? tiff.view.getUint32(at + 8, tiff.little) : at + 8;
    block.fill(0, value, value + Math.min(size, 1_024));
    block.fill(0, at, at + 12);
  }
  if (directory + 2 <= block.length) block.fill(0, directory, directory + 2);
}

function openTiff(block: Uint8Array): Tiff | null {
  const order = String.fromCharCode(...block.subarray(0, 4));
  if ((order !== "II*\0" && order !== "MM\0*") || block.length < 8) return null;
  const little = order === "II*\0";
  const view = new DataView(block.buffer, block.byteOffset, block.byteLength);
  return { view, little, directory: view.getUint32(4, little) };
}

/** Where the entries of a directory stand; none when it does not look like one. */
function entriesOf({ view, little }: Tiff, directory: number): number[] {
  if (directory < 8 || directory + 2 > view.byteLength) return [];
  const count = view.getUint16(directory, little);
  if (count > 512 || directory + 2 + count * 12 > view.byteLength) return [];
  const entries = Array.from({ length: count }, (_, index) => directory + 2 + index * 12);
  return entries.every((at) => view.getUint16(at + 2, little) in bytesOfType) ? entries : [];
}

const tagAt = ({ view, little }: Tiff, at: number) => view.getUint16(at, little);
