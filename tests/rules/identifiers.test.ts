import { expect, test } from "vitest";
import {
  isBic,
  isContainerNo,
  isUscc,
  nameMasked,
  phoneMasked,
  phoneOf,
  phoneShown,
  taxNoKind,
} from "#worker/identifiers";

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

test("a credit code is not a credit code when any one character is another", () => {
  const code = "91990000MA00000A9E";
  const others = [...code].flatMap((was, at) =>
    [..."0123456789ABCDEFGHJKLMNPQRTUWXY"]
      .filter((sign) => sign !== was)
      .map((sign) => code.slice(0, at) + sign + code.slice(at + 1)),
  );

  expect(others.filter(isUscc)).toEqual([]);
});

test("an organisation code with a wrong check of its own makes no credit code", () => {
  expect(isUscc("91990000MA00000B8C")).toBe(false);
});

test.each([
  ["91990000MA00000A9E", "uscc"],
  ["330411123456789", "legacy"],
  ["33041112345678901234", "legacy"],
  ["330411199001011234", "personal"],
  ["33041119900101123X", "personal"],
  ["123", null],
  ["91990000MA00000A9F", null],
])("the tax number %s is taken for %s", (text, kind) => expect(taxNoKind(text)).toBe(kind));

test.each([
  ["138 0013-8000", "+8613800138000", "138 0013 8000", "138****8000"],
  ["＋８６ 138 0013 8000", "+8613800138000", "138 0013 8000", "138****8000"],
  ["8613800138000", "+8613800138000", "138 0013 8000", "138****8000"],
  ["0573-88012345", "+8657388012345", "0573-88012345", "+865****2345"],
  ["(0573) 8801234", "+865738801234", "0573-8801234", "+865****1234"],
  ["010-88012345", "+861088012345", "010-88012345", "+861****2345"],
  ["+86 573 88012345", "+8657388012345", "0573-88012345", "+865****2345"],
  ["0573-88012345-802", "+8657388012345-802", "0573-88012345-802", "+865****2345"],
  ["0573 88012345 转 802", "+8657388012345-802", "0573-88012345-802", "+865****2345"],
  ["400-820-1234", "400-820-1234", "400-820-1234", "400****1234"],
  ["+880 1712 345678", "+8801712345678", "+8801712345678", "+880****5678"],
  ["001 (212) 555-0147", "+12125550147", "+12125550147", "+121****0147"],
])("the telephone number %s is kept as %s, shown as %s and masked as %s", (typed, kept, shown, masked) => {
  expect(phoneOf(typed)).toBe(kept);
  expect(phoneShown(kept)).toBe(shown);
  expect(phoneMasked(kept)).toBe(masked);
});

test.each(["12", "", "23800138000", "13800138", "+86 12345", "call me", "138001380001", "+1 555"])(
  "%j is no telephone number",
  (typed) => {
    expect(phoneOf(typed)).toBeNull();
  },
);

test("a masked name says only the family name", () => {
  expect([nameMasked("王明"), nameMasked("王小明"), nameMasked(" Anna ")]).toEqual(["王*", "王*", "A*"]);
  expect(phoneMasked("110")).toBe("****");
});
