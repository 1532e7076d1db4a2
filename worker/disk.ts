import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { FileStore } from "./host";

/** Keeps uploaded bytes under one folder of this machine. */
export function diskStore(folder: string): FileStore {
  return {
    async put(key, bytes) {
      const path = pathOf(folder, key);
      const half = `${path}.${randomUUID()}.part`;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(half, bytes, { flush: true });
      await rename(half, path); // Nobody ever reads half a file.
    },
    async get(key) {
      try {
        return new Uint8Array(await readFile(pathOf(folder, key)));
      } catch (error) {
        if (isAbsent(error)) return null;
        throw error;
      }
    },
    remove: (key) => rm(pathOf(folder, key), { force: true }),
  };
}

function pathOf(folder: string, key: string) {
  if (!/^[\w-]+(?:[./][\w-]+)*$/.test(key)) throw new Error(`a file key outside the store: ${key}`);
  return join(folder, key);
}

const isAbsent = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";
