import { describe, expect, test } from "vitest";
import { type EnquiryStatus, enquiryStatuses } from "#schema/words/statuses";
import { type Move, moves, statusAfter } from "#worker/enquiries/lifecycle";
import { Refusal } from "#worker/refusal";
import { anEnquiry, enquire } from "../build/enquiries";
import { newWorld } from "../world";

type View = {
  status: string;
  answer: string | null;
  assignedTo: string | null;
  lostReason: string | null;
  moves: object[];
};

describe("answering an enquiry", () => {
  test("Xena answers, the stranger gets it by mail in the language of the form", async () => {
    const world = await newWorld();
    await world.as("nobody").post("/enquiries", anEnquiry({ language: "en" }));

    const answered = await world
      .as("xena")
      .post("/enquiries/EQ-2611-0001/moves/answer", { answer: "USD 1.30 FOB Ningbo." });
    await world.runJobs();

    expect((await answered.json()) as View).toMatchObject({
      status: "contacted",
      answer: "USD 1.30 FOB Ningbo.",
      assignedTo: "Xena",
    });
    expect(world.mails).toMatchObject([{ to: "nadia@nile.example", subject: "Your enquiry EQ-2611-0001" }]);
    expect(world.mails[0]?.text).toContain("USD 1.30 FOB Ningbo.");
    expect((await world.events("enquiry.answered")).map(({ personId }) => personId)).toEqual(["xena"]);
  });

  test("the second of two answers is refused, and one mail leaves", async () => {
    const world = await newWorld();
    const { reference } = await enquire(world);
    await world.as("mei").post(`/enquiries/${reference}/moves/answer`, { answer: "Yes." });

    const again = await world.as("mei").post(`/enquiries/${reference}/moves/answer`, { answer: "Yes." });
    await world.runJobs();

    expect(again.status).toBe(409);
    expect(world.mails).toHaveLength(1);
  });

  test.each([
    { move: "answer", from: "new", field: "answer" },
    { move: "lose", from: "quoted", field: "reason" },
  ] as const)("$move without words is refused at $field", async ({ move, from, field }) => {
    const world = await newWorld();
    const { reference } = await enquire(world, { status: from });

    const refused = await world.as("mei").post(`/enquiries/${reference}/moves/${move}`);

    expect(refused.status).toBe(422);
    expect(Object.keys(((await refused.json()) as { fields: object }).fields)).toEqual([field]);
  });

  test("Mei acts on what she saw, not on what changed meanwhile", async () => {
    const world = await newWorld();
    const { reference } = await enquire(world);
    await world.as("xena").post(`/enquiries/${reference}/moves/take`, { version: 1 });

    expect(
      (await world.as("mei").post(`/enquiries/${reference}/moves/mark_spam`, { version: 1 })).status,
    ).toBe(409);
  });

  test("one that waits longer than promised is late until it is answered", async () => {
    const world = await newWorld();
    const { reference } = await enquire(world);
    world.later({ minutes: 1 });
    const late = async () =>
      ((await (await world.as("mei").get(`/enquiries/${reference}`)).json()) as { late: boolean }).late;

    const before = await late();
    await world.as("mei").post(`/enquiries/${reference}/moves/answer`, { answer: "Yes." });

    expect([before, await late()]).toEqual([true, false]);
  });
});

describe("who may see an enquiry", () => {
  test.each([
    { who: "a visitor", person: "nobody", anna: 401, stranger: 401, take: 401 },
    { who: "Anna, who sent it", person: "anna", anna: 200, stranger: 404, take: 404 },
    { who: "Ben, her colleague", person: "ben", anna: 200, stranger: 404, take: 404 },
    { who: "Dora, who serves them", person: "dora", anna: 404, stranger: 404, take: 404 },
    { who: "Carl, another customer", person: "carl", anna: 404, stranger: 404, take: 404 },
    { who: "Mona of the contracted outlet", person: "mona", anna: 404, stranger: 404, take: 404 },
    { who: "Lin of the warehouse", person: "lin", anna: 404, stranger: 404, take: 404 },
    { who: "Sal of another outlet", person: "sal", anna: 404, stranger: 200, take: 200 },
    { who: "Kai, who edits the catalogue", person: "kai", anna: 200, stranger: 200, take: 403 },
    { who: "Mei, who manages sales", person: "mei", anna: 200, stranger: 200, take: 200 },
  ] as const)(
    "$who gets $anna for Anna's, $stranger for a stranger's and $take for taking it",
    async ({ person, anna, stranger, take }) => {
      const world = await newWorld();
      const hers = await enquire(world, { partyId: "C-0001", personId: "anna" });
      const other = await enquire(world);
      const { as } = world;

      const replies = [
        await as(person).get(`/enquiries/${hers.reference}`),
        await as(person).get(`/enquiries/${other.reference}`),
        await as(person).post(`/enquiries/${other.reference}/moves/take`),
      ];

      expect(replies.map(({ status }) => status)).toEqual([anna, stranger, take]);
    },
  );

  test("Anna's list holds her firm's enquiries and nobody else's, without our own remarks", async () => {
    const world = await newWorld();
    await enquire(world, {
      partyId: "C-0001",
      reference: "EQ-HERS",
      status: "lost",
      lostReason: "too dear",
      assignedTo: "mei",
    });
    await enquire(world, { partyId: "C-0002", reference: "EQ-CARLS" });
    await enquire(world, { reference: "EQ-STRANGE" });

    const list = await (await world.as("anna").get("/enquiries")).text();
    const view = (await (await world.as("anna").get("/enquiries/EQ-HERS")).json()) as View;

    expect([list.includes("EQ-HERS"), list.includes("EQ-CARLS"), list.includes("EQ-STRANGE")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(view).toMatchObject({ assignedTo: null, lostReason: null, moves: [] });
  });
});

const no = "refused";
const closed = {
  take: no,
  answer: no,
  quote: no,
  sample: no,
  negotiate: no,
  win: no,
  lose: no,
  mark_spam: no,
  mark_duplicate: no,
} as const;
const waiting = {
  ...closed,
  take: "assigned",
  answer: "contacted",
  lose: "lost",
  mark_spam: "spam",
  mark_duplicate: "duplicate",
  reopen: no,
} as const;
const talking = {
  ...closed,
  quote: "quoted",
  sample: "sampling",
  negotiate: "negotiating",
  win: "won",
  lose: "lost",
  reopen: no,
} as const;
const table: Record<EnquiryStatus, Record<Move, EnquiryStatus | "refused">> = {
  new: waiting,
  assigned: waiting,
  contacted: talking,
  quoted: talking,
  sampling: talking,
  negotiating: talking,
  won: { ...closed, reopen: no },
  lost: { ...closed, reopen: "assigned" },
  spam: { ...closed, reopen: "new" },
  duplicate: { ...closed, reopen: "new" },
};
const cells = enquiryStatuses.flatMap((from) => moves.map((move) => ({ from, move, to: table[from][move] })));

test.each(cells)("an enquiry that is $from and meets $move is $to", ({ from, move, to }) => {
  if (to === "refused") expect(() => statusAfter(from, move)).toThrow(Refusal);
  else expect(statusAfter(from, move)).toBe(to);
});
