const seed = 20260301;

/** Chance that repeats itself: the same name draws the same luck on every machine. */
export function chanceOf(name: string) {
  let state = seedOf(name);
  /** From 0 up to, not including, 1. */
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const odds = (part: number) => next() < part;
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)];
    if (found === undefined) throw new Error(`nothing to pick from in ${name}`);
    return found;
  };
  return { next, int, odds, pick, weighted, id };

  function weighted<T>(shares: readonly (readonly [T, number])[]): T {
    let left = next() * shares.reduce((sum, [, share]) => sum + share, 0);
    for (const [value, share] of shares) {
      left -= share;
      if (left < 0) return value;
    }
    return pick(shares)[0];
  }

  /** A UUID of version 7 that sorts by its instant. */
  function id(at: Date): string {
    const time = at.getTime().toString(16).padStart(12, "0");
    const rest = [int(0, 0xfff), int(0x8000, 0xbfff), int(0, 0xffffff), int(0, 0xffffff)] as const;
    const [a, b, c, d] = [hex(rest[0], 3), hex(rest[1], 4), hex(rest[2], 6), hex(rest[3], 6)];
    return `${time.slice(0, 8)}-${time.slice(8)}-7${a}-${b}-${c}${d}`;
  }
}
export type Chance = ReturnType<typeof chanceOf>;

const hex = (value: number, length: number) => value.toString(16).padStart(length, "0");

function seedOf(name: string): number {
  let mixed = seed;
  for (const letter of name) mixed = Math.imul(mixed ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return mixed ^ (mixed >>> 13);
}
