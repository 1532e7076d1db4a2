import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { diskStore } from "#worker/disk";
import { newFolder } from "./folder";

const bytes = new Uint8Array([1, 2, 3]);

test("a file is read back as it was put, and leaves no half file behind", async () => {
  const folder = newFolder();
  const store = diskStore(folder);

  await store.put("ab/photo-1.jpg", bytes, "image/jpeg");

  expect(await store.get("ab/photo-1.jpg")).toEqual(bytes);
  expect(readdirSync(folder, { recursive: true })).toEqual(["ab", "ab/photo-1.jpg"]);
});

test("a file that was removed, or never was, is null", async () => {
  const store = diskStore(newFolder());
  await store.put("a", bytes, "image/jpeg");

  await store.remove("a");
  await store.remove("a");

  expect(await store.get("a")).toBeNull();
});

test.each(["../secret", "a/../../b", "/etc/passwd", ".hidden", "a//b", ""])(
  "the key %j stays out",
  async (key) => {
    await expect(Promise.resolve().then(() => diskStore(newFolder()).get(key))).rejects.toThrow(
      "outside the store",
    );
  },
);
