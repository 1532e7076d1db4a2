import { describe, expect, test } from "vitest";
import { knownFile, sniff } from "#worker/fileTypes";
import { Refusal } from "#worker/refusal";
import { orientationOf } from "#worker/tiff";

const bytesOf = (...parts: (string | number[] | Uint8Array)[]) =>
  Uint8Array.from(
    parts.flatMap((part) => (typeof part === "string" ? [...Buffer.from(part, "latin1")] : [...part])),
  );
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("latin1");
const big = (size: number) => [(size >>> 24) & 255, (size >>> 16) & 255, (size >>> 8) & 255, size & 255];
const small = (size: number) => big(size).reverse();

/** A TIFF block that holds which way up (6) and a latitude. */
const tiff = bytesOf(
  "MM\0*",
  big(8),
  [0, 2, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0x88, 0x25, 0, 4, 0, 0, 0, 1],
  [...big(38), ...big(0)],
  [0, 1, 0, 2, 0, 5, 0, 0, 0, 1, ...big(56), ...big(0), "LATITUDE".length],
).slice(0, 56);
const exif = bytesOf(tiff, "LATITUDE");

const segment = (marker: number, body: Uint8Array) =>
  bytesOf([0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255], body);
const scan = bytesOf(segment(0xda, bytesOf([1, 1, 0])), [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
const jpeg = bytesOf(
  [0xff, 0xd8],
  segment(0xe0, bytesOf("JFIF\0")),
  segment(0xe1, bytesOf("Exif\0\0", exif)),
  segment(0xe1, bytesOf("http://ns.adobe.com/xap/1.0/\0 GPSLatitude")),
  segment(0xe2, bytesOf("ICC_PROFILE\0 colours")),
  segment(0xe2, bytesOf("MPF\0 more pictures")),
  segment(0xed, bytesOf("Photoshop 3.0\0 Shengze")),
  segment(0xfe, bytesOf("taken by Wang")),
  segment(0xdb, bytesOf("quantities")),
  scan,
  segment(0xc4, bytesOf("tables between scans")),
  scan,
  [0xff, 0xd9],
  "a second picture with its own Exif",
);

const chunk = (type: string, body: string) => bytesOf(big(body.length), type, body, [1, 2, 3, 4]);
const png = bytesOf(
  "\x89PNG\r\n\x1a\n",
  chunk("IHDR", "size"),
  chunk("eXIf", "MM place"),
  chunk("tEXt", "Comment\0place"),
  chunk("iTXt", "XML:com.adobe.xmp place"),
  chunk("IDAT", "picture"),
  chunk("IEND", ""),
  "place after the end",
);

const part = (type: string, body: string) =>
  bytesOf(type, small(body.length), body, body.length % 2 ? [0] : []);
const webpParts = bytesOf(
  "WEBP",
  part("VP8X", "\x2c\0\0\x0a3456"),
  part("VP8 ", "picture"),
  part("EXIF", "place"),
  part("XMP ", "place!"),
);
const webp = bytesOf("RIFF", small(webpParts.length), webpParts);

const box = (type: string, body: Uint8Array) => bytesOf(big(body.length + 8), type, body);
const heic = bytesOf(
  box("ftyp", bytesOf("heic\0\0\0\0mif1heic")),
  box("meta", bytesOf("items")),
  box("mdat", bytesOf("picture", [0, 0, 0, 6], "Exif\0\0", exif)),
);
const mp4 = bytesOf(
  box("ftyp", bytesOf("isom\0\0\0\0isommp42")),
  box("mdat", bytesOf("frames +31.2304+121.4737")),
  box("moov", bytesOf("udta\xa9xyz", "+31.2304+121.4737/")),
);

describe("a file's type", () => {
  const zipOf = (name: string) => bytesOf("PK\x03\x04", new Uint8Array(26), name, "stored");
  test.each([
    { type: "jpeg", bytes: jpeg },
    { type: "png", bytes: png },
    { type: "webp", bytes: webp },
    { type: "heic", bytes: heic },
    { type: "avif", bytes: box("ftyp", bytesOf("mif1\0\0\0\0mif1avif")) },
    { type: "heic", bytes: box("ftyp", bytesOf("mif1\0\0\0\0mif1")) },
    { type: "mp4", bytes: mp4 },
    { type: "mov", bytes: box("ftyp", bytesOf("qt  \0\0\0\0qt  ")) },
    { type: "pdf", bytes: bytesOf("%PDF-1.7") },
    { type: "xlsx", bytes: zipOf("xl/workbook.xml") },
    { type: "zip", bytes: zipOf("notes.txt") },
    { type: null, bytes: bytesOf("<svg onload=alert(1)>") },
    { type: null, bytes: bytesOf("MZ") },
    { type: null, bytes: bytesOf("GIF89a") },
    { type: null, bytes: box("ftyp", bytesOf("M4A \0\0\0\0")) },
    { type: null, bytes: new Uint8Array() },
  ] as const)("is $type by its bytes", ({ type, bytes }) => {
    expect(sniff(bytes)).toBe(type);
  });

  test("that is not ours is refused in both languages", () => {
    const refusal = refusalOf(bytesOf("#!/bin/sh"));

    expect(refusal.status).toBe(415);
    expect(refusal.words.zh).toContain("不支持");
  });
});

describe("a photo", () => {
  test("in JPEG keeps picture, colours and orientation, and loses every trace", () => {
    const { bytes, mime } = knownFile(jpeg);
    const text = textOf(bytes);

    expect(mime).toBe("image/jpeg");
    expect(text).toContain("JFIF");
    expect(text).toContain("ICC_PROFILE");
    expect(text.endsWith(`${textOf(scan)}\xff\xd9`)).toBe(true);
    expect(text).not.toMatch(/LATITUDE|GPSLatitude|MPF|Photoshop|Wang|second picture/);
    expect(orientationOf(bytes.subarray(text.indexOf("Exif\0\0") + 6))).toBe(6);
  });

  test("in JPEG that was held upright has no notes left at all", () => {
    const upright = bytesOf([0xff, 0xd8], segment(0xfe, bytesOf("note")), scan, [0xff, 0xd9]);

    expect(textOf(knownFile(upright).bytes)).toBe(`\xff\xd8${textOf(scan)}\xff\xd9`);
  });

  test("in PNG loses its texts", () => {
    const text = textOf(knownFile(png).bytes);

    expect(text).toContain("picture");
    expect(text).not.toContain("place");
    expect(text.endsWith("IEND\x01\x02\x03\x04")).toBe(true);
  });

  test("in WebP loses its notes, and its header agrees", () => {
    const { bytes } = knownFile(webp);
    const text = textOf(bytes);

    expect(text).toContain("picture");
    expect(text).not.toMatch(/place|EXIF|XMP/);
    expect(new DataView(bytes.buffer).getUint32(4, true)).toBe(bytes.length - 8);
    expect(bytes[20]).toBe(0x20);
  });

  test("in HEIC keeps its length and its orientation but not its place", () => {
    const { bytes } = knownFile(heic);

    expect(bytes.length).toBe(heic.length);
    expect(textOf(bytes)).not.toContain("LATITUDE");
    expect(orientationOf(bytes.subarray(textOf(bytes).indexOf("MM\0*")))).toBe(6);
  });

  test("that was sent is left as it is in the sender's memory", () => {
    const before = textOf(heic);
    knownFile(heic);

    expect(textOf(heic)).toBe(before);
  });
});

test("a video no longer says where it was taken", () => {
  const text = textOf(knownFile(mp4).bytes);

  expect(text).toContain("frames +31.2304+121.4737");
  expect(text.slice(text.indexOf("moov"))).not.toMatch(/31\.23/);
  expect(text).toHaveLength(mp4.length);
});

describe("a file cut off on its way", () => {
  const whole = {
    jpeg: jpeg.subarray(0, textOf(jpeg).indexOf("a second picture")),
    png: png.subarray(0, textOf(png).indexOf("place after")),
    webp,
    heic,
    mp4,
  };

  test.each(Object.entries(whole))("is refused wherever a %s ends", (_type, bytes) => {
    expect(() => knownFile(bytes)).not.toThrow();
    for (let size = 24; size < bytes.length; size += 1) {
      expect(refusalOf(bytes.subarray(0, size)).status).toBe(422);
    }
  });
});

function refusalOf(bytes: Uint8Array): Refusal {
  try {
    knownFile(bytes);
  } catch (refusal) {
    if (refusal instanceof Refusal) return refusal;
    throw refusal;
  }
  throw new Error("the file was taken");
}
