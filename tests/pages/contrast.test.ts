import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const sheet = readFileSync(new URL("../../portal/styles/tokens.css", import.meta.url), "utf8");
const [day = "", night = ""] = sheet.split("@media (prefers-color-scheme: dark)");
const schemes = { day: tokensIn(day), night: { ...tokensIn(day), ...tokensIn(night) } };

const onSurfaces = ["text", "muted", "brand", "bad"].flatMap((ink) =>
  ["page", "surface", "sunken"].map((paper) => ({ ink, paper, least: 4.5 })),
);
const onTheirOwn = ["brand", "ok", "warn", "bad", "info"].map((ink) => ({
  ink,
  paper: `${ink}-soft`,
  least: 4.5,
}));
const others = [
  { ink: "muted", paper: "brand-soft", least: 4.5 },
  { ink: "on-brand", paper: "brand", least: 4.5 },
  { ink: "on-brand", paper: "brand-strong", least: 4.5 },
  { ink: "edge", paper: "surface", least: 3 },
  { ink: "brand", paper: "surface", least: 3 },
];

describe.each(["day", "night"] as const)("by %s", (scheme) => {
  test.each([...onSurfaces, ...onTheirOwn, ...others])(
    "$ink is told apart on $paper",
    ({ ink, paper, least }) => {
      const tokens = schemes[scheme];

      expect(contrast(tokens[ink], tokens[paper])).toBeGreaterThanOrEqual(least);
    },
  );
});

function tokensIn(part: string): Record<string, string> {
  return Object.fromEntries(
    [...part.matchAll(/--([\w-]+): (#\w{6});/g)].map(([, name, colour]) => [name, colour]),
  );
}

function contrast(one: string | undefined, other: string | undefined): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance as WCAG 2 defines it. */
function luminance(colour: string | undefined): number {
  if (!colour) throw new Error("a token that is no colour");
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
