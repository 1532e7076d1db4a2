// The types of Cloudflare's runtime replace those of the browser, so they are not loaded for the whole project.
declare module "cloudflare:workers" {
  export const env: Record<string, unknown>;
  export function waitUntil(work: Promise<unknown>): void;
}
