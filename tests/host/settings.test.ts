import { describe, expect, test } from "vitest";
import { readEdge, readMachine } from "#worker/settings";

const edge = {
  DATABASE_URL: "libsql://portal.example.com",
  PUBLIC_URL: "https://portal.example.com/",
  AUTH_SECRET: "s".repeat(32),
};

describe("a machine without settings", () => {
  test("serves the demo from a file beside the program", () => {
    expect(readMachine({})).toMatchObject({
      PORT: 8787,
      DATABASE_URL: "file:.data/portal.db",
      FILES_DIR: ".data/files",
      DEMO: "demo",
      TRUST_PROXY: "0",
    });
  });

  test("takes an empty variable as not set", () => {
    expect(readMachine({ PORT: "", SMTP_URL: "" })).toMatchObject({ PORT: 8787 });
  });
});

describe("a setting that is wrong", () => {
  test.each([
    [{ PORT: "abc" }, "PORT must be a whole number from 0 to 65535."],
    [{ PORT: "70000" }, "PORT must be a whole number from 0 to 65535."],
    [{ DATABASE_URL: "postgres://x" }, "DATABASE_URL must start with file:, libsql:// or https://."],
    [{ PUBLIC_URL: "portal" }, "PUBLIC_URL must be an address such as https://portal.example.com."],
    [{ AUTH_SECRET: "short" }, "AUTH_SECRET must have at least 32 characters."],
    [{ SMTP_URL: "mail" }, "SMTP_URL must look like smtps://name:password@mail.example:465."],
    [{ DEMO: "yes" }, "DEMO must be one of demo, tiny, load, none."],
    [{ TRUST_PROXY: "yes" }, "TRUST_PROXY must be 1 behind a proxy, otherwise 0."],
  ])("%o stops the start with a sentence", (environment, sentence) => {
    expect(() => readMachine(environment)).toThrow(sentence);
  });
});

describe("the edge", () => {
  test("reads its public address without a path", () => {
    expect(readEdge(edge)).toMatchObject({ PUBLIC_URL: "https://portal.example.com", DEMO: "none" });
  });

  test.each(["DATABASE_URL", "PUBLIC_URL", "AUTH_SECRET"])("cannot start without %s", (name) => {
    expect(() => readEdge({ ...edge, [name]: undefined })).toThrow(`${name} is required but not set.`);
  });

  test("has no disk for a database file", () => {
    expect(() => readEdge({ ...edge, DATABASE_URL: "file:portal.db" })).toThrow(
      "DATABASE_URL must start with",
    );
  });
});
