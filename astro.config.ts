import cloudflare from "@astrojs/cloudflare";
import type { AstroIntegration } from "astro";
import { defineConfig, passthroughImageService } from "astro/config";

const forEdge = process.env.PORTAL_HOST === "edge";
const isDev = process.argv.includes("dev");
const folder = `./dist/${forEdge ? "edge" : "node"}`;

/** Our own program is the server, so the adapter has only to name it. */
const nodeHost: AstroIntegration = {
  name: "node-host",
  hooks: {
    "astro:config:done": ({ setAdapter }) =>
      setAdapter({
        name: "node-host",
        entrypointResolution: "auto",
        serverEntrypoint: new URL("./worker/command.ts", import.meta.url),
        adapterFeatures: { buildOutput: "server" },
        supportedAstroFeatures: { serverOutput: "stable" },
      }),
  },
};

export default defineConfig({
  srcDir: "./portal",
  publicDir: "./portal/public",
  outDir: folder,
  output: "server",
  adapter: forEdge ? cloudflare({ imageService: "passthrough" }) : nodeHost,
  // Both hosts compose Astro themselves (worker/site.ts); only `npm run dev` needs to be told.
  fetchFile: isDev ? "../worker/dev" : null,
  session: false,
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  trailingSlash: "ignore",
  // worker/origin.ts refuses foreign forms for the API and the pages alike.
  security: { checkOrigin: false },
  build: { inlineStylesheets: "never" },
  vite: {
    build: { assetsInlineLimit: 0 },
    css: {
      transformer: "lightningcss",
      lightningcss: { targets: { chrome: 100 << 16, safari: (15 << 16) | (4 << 8) } },
    },
    // One bundle starts faster and takes less memory; a native library cannot be in it.
    ...(forEdge || isDev ? {} : { ssr: { noExternal: true, external: ["libsql"] } }),
  },
});
