import { mediaWithoutPlace } from "./mediaBoxes";
import { jpegWithoutTraces, pngWithoutTraces, webpWithoutTraces } from "./photos";
import { Refusal } from "./refusal";

/** Every kind of file we take. */
const mimeOf = {
  jpeg: "image/jpeg",
  png: "image/png",
  webp: "image/webp",
  heic: "image/heic",
  avif: "image/avif",
  mp4: "video/mp4",
  mov: "video/quicktime",
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  zip: "application/zip",
} as const;
export type FileType = keyof typeof mimeOf;
export type KnownFile = { type: FileType; mime: string; bytes: Uint8Array };

/** An upload as we keep it: typed by its bytes, whole, and no longer telling where a photo was taken. */
export function knownFile(bytes: Uint8Array): KnownFile {
  const type = sniff(bytes);
  if (!type) throw new Refusal("unsupported", unknownType, { file: unknownType });
  const kept = cleaners[type]?.(bytes);
  if (kept === null) throw new Refusal("invalid", truncated, { file: truncated });
  return { type, mime: mimeOf[type], bytes: kept ?? bytes };
}

/** The type of a file by its bytes; null when it is none of ours. */
export function sniff(bytes: Uint8Array): FileType | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const found = signatures.find(([pattern]) => pattern.test(head));
  if (found) return found[1];
  if (head.startsWith("PK\x03\x04")) return holdsWorkbook(bytes) ? "xlsx" : "zip";
  return head.slice(4, 8) === "ftyp" ? brandOf(head) : null;
}

/** Null stands for a file that ends too early. */
const cleaners: Partial<Record<FileType, (bytes: Uint8Array) => Uint8Array | null>> = {
  jpeg: jpegWithoutTraces,
  png: pngWithoutTraces,
  webp: webpWithoutTraces,
  heic: mediaWithoutPlace,
  avif: mediaWithoutPlace,
  mp4: mediaWithoutPlace,
  mov: mediaWithoutPlace,
};

const signatures: [RegExp, FileType][] = [
  [/^\xff\xd8\xff/, "jpeg"],
  [/^\x89PNG\r\n/, "png"],
  [/^RIFF.{4}WEBP/s, "webp"],
  [/^%PDF-/, "pdf"],
];

/** The major brand decides, but the generic image brand leaves it to the compatible ones. */
function brandOf(head: string): FileType | null {
  const size = head.charCodeAt(3);
  const major = head.slice(8, 12);
  const all = major === "mif1" || major === "msf1" ? head.slice(8, size) : major;
  return brands.find(([pattern]) => pattern.test(all))?.[1] ?? null;
}

const brands: [RegExp, FileType][] = [
  [/avi[fs]/, "avif"],
  [/hei[cxms]|hev[cxms]|mif1|msf1/, "heic"],
  [/qt {2}/, "mov"],
  [/iso[m\d]|mp4\d|avc1|dash|MSNV|M4V |3g[p2]./, "mp4"],
];

/** The names of a zip's parts stand at both ends of it. */
function holdsWorkbook(bytes: Uint8Array): boolean {
  const reach = 65_536;
  const ends = [bytes.subarray(0, reach), bytes.subarray(-reach)];
  return ends.some((end) => new TextDecoder("latin1").decode(end).includes("xl/workbook."));
}

const unknownType = {
  zh: "不支持这种文件。请上传照片(JPG、PNG、WebP、HEIC)、视频(MP4)、PDF 或 Excel 文件。",
  en: "This kind of file is not supported. Send a photo (JPG, PNG, WebP, HEIC), video (MP4), PDF or Excel file.",
};
const truncated = {
  zh: "文件不完整,可能在传输中断开。请重新选择原文件上传。",
  en: "The file is incomplete, perhaps cut off on its way. Choose the original file and send it again.",
};
