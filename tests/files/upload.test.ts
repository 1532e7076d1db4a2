import { describe, expect, test } from "vitest";
import { fileLimits } from "#schema/files";
import { anUpload, aPhoto } from "../build/files";
import { newWorld } from "../world";

describe("sending a file", () => {
  test("Anna's photo is kept under the id she minted, with its type read from its bytes", async () => {
    const { as, stored } = await newWorld();
    const { id, form } = anUpload({ name: "C:\\fakepath\\毛丝.exe" });

    const sent = await as("anna").post("/files", form);

    expect(sent.status).toBe(201);
    expect(await sent.json()).toMatchObject({ id, name: "毛丝.exe", mime: "image/png", image: true });
    expect(stored.size).toBe(1);
  });

  test("a file sent twice is one file; other bytes under its id are refused", async () => {
    const { as, stored } = await newWorld();
    const id = crypto.randomUUID();
    const other = new TextEncoder().encode("%PDF-1.7 other %%EOF");
    const first = await as("anna").post("/files", anUpload({ id }).form);

    const second = await as("anna").post("/files", anUpload({ id }).form);
    const third = await as("anna").post("/files", anUpload({ id, bytes: other }).form);

    expect(await second.json()).toEqual(await first.json());
    expect(third.status).toBe(409);
    expect(stored.size).toBe(1);
  });

  test.each([
    { what: "a program", bytes: new TextEncoder().encode("MZ this is no photo"), status: 415 },
    { what: "half a photo", bytes: aPhoto().slice(0, 40), status: 422 },
    { what: "a file above the cap", bytes: new Uint8Array(fileLimits.bytes + 1), status: 413 },
    { what: "a body far above the cap", bytes: new Uint8Array(fileLimits.bytes * 2), status: 413 },
  ])(
    "$what is refused with $status, names the field and leaves nothing behind",
    async ({ bytes, status }) => {
      const { as, stored } = await newWorld();

      const refused = await as("anna").post("/files", anUpload({ bytes }).form);

      expect(refused.status).toBe(status);
      expect((await refused.json()).fields).toHaveProperty("file");
      expect(stored.size).toBe(0);
    },
  );

  test("a form without a file is refused by its field", async () => {
    const { as } = await newWorld();
    const form = new FormData();
    form.set("id", "not an id");

    const refused = await as("anna").post("/files", form);

    expect(refused.status).toBe(422);
    expect(Object.keys((await refused.json()).fields)).toEqual(["id", "file"]);
  });

  test("a stranger who sends too many files is asked to wait", async () => {
    const { as } = await newWorld();
    for (let n = 0; n < 60; n += 1) await as("nobody").post("/files", anUpload().form);

    expect((await as("nobody").post("/files", anUpload().form)).status).toBe(429);
  });

  test("a file that no record took is forgotten after two days", async () => {
    const world = await newWorld();
    await world.as("anna").post("/files", anUpload().form);

    world.later({ days: 3 });
    await world.runJobs();

    expect(world.stored.size).toBe(0);
  });
});
