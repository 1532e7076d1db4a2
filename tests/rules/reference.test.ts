import { expect, test } from "vitest";
import {
  documentNumber,
  numberKey,
  readTrackingCode,
  statementNumber,
  trackingCode,
} from "#worker/reference";

test("an order's number carries the outlet and the month", () => {
  const key = numberKey("SO", "TX", new Date("2026-11-05T02:00:00Z"));

  expect(documentNumber(key, 42)).toBe("SO-TX-2611-0042");
});

test("a complaint's number has no outlet", () => {
  expect(numberKey("CP", null, new Date("2026-11-05T02:00:00Z"))).toBe("CP-2611");
});

test("a serial grows a fifth digit after 9999", () => {
  expect(documentNumber("DN-XS-2611", 9_999)).toBe("DN-XS-2611-9999");
  expect(documentNumber("DN-XS-2611", 10_000)).toBe("DN-XS-2611-10000");
});

test.each([
  { at: "2026-10-31T15:50:00Z", key: "SO-EX-2610" },
  { at: "2026-10-31T16:00:00Z", key: "SO-EX-2611" },
])("an order of $at is numbered in its Shanghai month", ({ at, key }) => {
  expect(numberKey("SO", "EX", new Date(at))).toBe(key);
});

test("a statement is named by its party, currency, month and version", () => {
  const of = { partyCode: "D-0107", currency: "CNY", period: "2026-10", version: 1 };

  expect(statementNumber(of)).toBe("ST-D0107-CNY-202610-V1");
});

test("a guest's code has ten signs nobody can misread, and comes once", () => {
  const codes = Array.from({ length: 500 }, trackingCode);

  expect(new Set(codes).size).toBe(500);
  expect(codes.filter((code) => !/^[0-9A-HJKMNP-TV-Z]{10}$/.test(code))).toEqual([]);
  expect(codes.map(readTrackingCode)).toEqual(codes);
});

test("a guest may type the code with dashes, small letters and look-alikes", () => {
  expect(readTrackingCode(" 7f3k-9qx d0l ")).toBe("7F3K9QXD01");
  expect(readTrackingCode("７Ｆ３Ｋ９ＱＸＤＯＩ")).toBe("7F3K9QXD01");
  expect(readTrackingCode("7F3K9QXD0")).toBeNull();
  expect(readTrackingCode("7F3K9QXDU1")).toBeNull();
});
