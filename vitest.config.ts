import { defineConfig } from "vitest/config";

const built = { node: ["tests/portal/**/*.test.ts"], edge: ["tests/edge/**/*.test.ts"] };

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "parts",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/bench/**", ...built.node, ...built.edge],
          globalSetup: "tests/template.ts",
          testTimeout: 30_000, // Hashing passwords takes its time on a busy machine.
        },
      },
      {
        test: {
          name: "node",
          include: built.node,
          globalSetup: "tests/portal/setup.ts",
          hookTimeout: 120_000,
          testTimeout: 90_000,
        },
      },
      {
        test: {
          name: "edge",
          include: built.edge,
          globalSetup: "tests/edge/setup.ts",
          hookTimeout: 120_000,
          testTimeout: 90_000,
        },
      },
    ],
  },
});
