import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { keptSecret } from "#worker/secret";
import { newFolder } from "./folder";

test("a machine makes its secret once and hides it from other accounts", () => {
  const path = join(newFolder(), "deep", "secret");

  const first = keptSecret(path);

  expect(first.length).toBeGreaterThanOrEqual(32);
  expect(keptSecret(path)).toBe(first);
  expect(statSync(path).mode & 0o777).toBe(0o600);
});
