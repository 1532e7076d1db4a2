import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { files } from "#schema/files";
import { fileComplaint, linkTo } from "../build/complaints";
import { anUpload } from "../build/files";
import { newWorld } from "../world";

describe("who can read a file", () => {
  test("nobody but its sender, until a record takes it", async () => {
    const { as } = await newWorld();
    const { id, form } = anUpload();
    await as("anna").post("/files", form);

    expect((await as("anna").get(`/files/${id}`)).status).toBe(200);
    for (const person of ["ben", "dora", "sam", "nobody"] as const) {
      expect((await as(person).get(`/files/${id}`)).status).toBe(404);
    }
  });

  test("not even whoever sent it, if nobody is known to have", async () => {
    const { as } = await newWorld();
    const { id, form } = anUpload();
    await as("nobody").post("/files", form);

    expect((await as("nobody").get(`/files/${id}`)).status).toBe(404);
  });

  test.each([
    { who: "Anna, whose complaint took it", person: "anna", status: 200, internal: 404 },
    { who: "Ben, her colleague", person: "ben", status: 200, internal: 404 },
    { who: "Dora, the dealer above them", person: "dora", status: 200, internal: 404 },
    { who: "Dina, who reads only her own firm's records", person: "dina", status: 404, internal: 404 },
    { who: "Rob, another dealer", person: "rob", status: 404, internal: 404 },
    { who: "Sam, our after-sales", person: "sam", status: 200, internal: 200 },
    { who: "Sal, who sits in another outlet", person: "sal", status: 404, internal: 404 },
    { who: "a visitor", person: "nobody", status: 404, internal: 404 },
  ] as const)("$who gets $status, and $internal if it is for staff", async ({ person, status, internal }) => {
    const world = await newWorld();
    const complaint = await fileComplaint(world);
    const open = await takenBy(world, complaint.id, false);
    const closed = await takenBy(world, complaint.id, true);

    expect((await world.as(person).get(`/files/${open}`)).status).toBe(status);
    expect((await world.as(person).get(`/files/${closed}`)).status).toBe(internal);
  });

  test("the holder of a complaint's link reads its photos and no other's", async () => {
    const world = await newWorld();
    const mine = await fileComplaint(world, { partyId: null });
    const other = await fileComplaint(world);
    const { headers } = await linkTo(world, mine.id);
    const photo = await takenBy(world, mine.id, false);
    const stranger = await takenBy(world, other.id, false);

    expect((await world.as("nobody").get(`/files/${photo}`, headers)).status).toBe(200);
    expect((await world.as("nobody").get(`/files/${stranger}`, headers)).status).toBe(404);
  });

  test("a photo is shown, a document is saved, and neither can run", async () => {
    const { as } = await newWorld();
    const { id, form } = anUpload({ name: "照片 1.png" });
    await as("anna").post("/files", form);

    const { headers } = await as("anna").get(`/files/${id}`);

    expect(headers.get("content-disposition")).toBe("inline; filename*=UTF-8''%E7%85%A7%E7%89%87%201.png");
    expect(headers.get("content-security-policy")).toContain("sandbox");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("private, no-store");
  });
});

type World = Awaited<ReturnType<typeof newWorld>>;

async function takenBy({ as, db }: World, recordId: string, forStaffOnly: boolean) {
  const { id, form } = anUpload();
  await as("sam").post("/files", form);
  await db.update(files).set({ noun: "complaint", recordId, forStaffOnly }).where(eq(files.id, id));
  return id;
}
