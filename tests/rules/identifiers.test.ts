import { expect, test } from "vitest";
import { isBic, isContainerNo, isUscc, phoneMasked, phoneOf, phoneShown } from "#worker/identifiers";

test.each([
  "91990000MA00000A9E",
  "91990000MA00000B79",
  "91990000MA00000C54",
  "91990000MA00000D3Y",
  "91990000MA00000E1R",
  "91990000MA00000FXH",
  "91990000MA00000G8H",
  "91350100M000100Y43",
])("%s is a credit code", (code) => expect(isUscc(code)).toBe(true));

test.each(["91350100M000100Y4Z", "91350100M000100Y4", "9135O100M000100Y43", ""])(
  "%s is not a credit code",
  (code) => expect(isUscc(code)).toBe(false),
);

test.each(["CSQU3054383", "MWCU6059784", "DEMU1000010", "DEMU1000026", "DEMU1000031"])(
  "%s is a container",
  (no) => expect(isContainerNo(no)).toBe(true),
);

test.each(["DEMU1000027", "DEMX1000010", "DEMU100001"])("%s is not a container", (no) =>
  expect(isContainerNo(no)).toBe(false),
);

test("a bank code has eight or eleven characters", () => {
  expect([isBic("DEMOCNSH"), isBic("DEMOCNSHXXX"), isBic("DEMOCNS")]).toEqual([true, true, false]);
});

test("telephone numbers are kept in one form and shown in another", () => {
  expect(phoneOf("138 0013-8000")).toBe("+8613800138000");
  expect(phoneOf("0573-88012345")).toBe("+8657388012345");
  expect(phoneOf("+880 1712 345678")).toBe("+8801712345678");
  expect(phoneOf("12")).toBeNull();
  expect(phoneShown("+8613800138000")).toBe("138 0013 8000");
  expect(phoneMasked("+8613800138000")).toBe("138****8000");
});
