import type { R2Bucket } from "@cloudflare/workers-types";
import type { FileStore } from "./host";

/** Keeps uploaded bytes in an R2 bucket. */
export function bucketStore(bucket: R2Bucket): FileStore {
  return {
    async put(key, bytes, mime) {
      await bucket.put(key, bytes, { httpMetadata: { contentType: mime } });
    },
    async get(key) {
      const object = await bucket.get(key);
      return object ? new Uint8Array(await object.arrayBuffer()) : null;
    },
    remove: (key) => bucket.delete(key),
  };
}
