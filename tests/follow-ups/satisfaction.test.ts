import { describe, expect, test } from "vitest";
import { type Called, figuresOf, satisfactionOf } from "#worker/follow-ups/satisfaction";
import { planCall } from "../build/followUps";
import { newWorld } from "../world";

const answered = (overallScore: number | null, given: Partial<Called> = {}): Called => ({
  partyId: crypto.randomUUID(),
  status: "done",
  doneAt: new Date("2026-11-20T02:00:00Z"),
  overallScore,
  productScore: null,
  serviceScore: null,
  salespersonScore: null,
  timelyScore: null,
  careScore: null,
  problem: null,
  solved: false,
  ...given,
});
const times = (count: number, score: number) => Array.from({ length: count }, () => answered(score));

describe("how satisfied customers are", () => {
  test("30 fives, 40 fours, 10 threes and 10 twos are 77.8 % satisfied", () => {
    const figures = satisfactionOf([...times(30, 5), ...times(40, 4), ...times(10, 3), ...times(10, 2)]);

    expect(figures).toEqual({
      valid: 90,
      counts: [30, 40, 10, 10, 0],
      rateBp: 7_778,
      indexBp: 8_000,
      enough: true,
    });
  });

  test("calls that reached nobody, or got no overall answer, do not count as votes", () => {
    const calls = [
      answered(5),
      answered(null),
      answered(null, { status: "attempted" }),
      answered(null, { status: "refused" }),
    ];

    expect(figuresOf(calls)).toMatchObject({
      due: 4,
      reached: 2,
      callBp: 5_000,
      perCall: { valid: 1, enough: false },
    });
  });

  test("a customer who was called twice is one vote, the later one", () => {
    const later = new Date("2026-11-21T02:00:00Z");
    const calls = [
      answered(5, { partyId: "a", doneAt: later }),
      answered(1, { partyId: "a" }),
      answered(3, { partyId: "b" }),
    ];

    expect(figuresOf(calls)).toMatchObject({
      perCall: { valid: 3, rateBp: 3_333 },
      headline: { valid: 2, rateBp: 5_000 },
    });
  });

  test("a month without calls has no rate, rather than none satisfied", () => {
    expect(figuresOf([])).toMatchObject({
      callBp: null,
      solvedBp: null,
      headline: { rateBp: null, indexBp: null },
      averages: { product: null },
    });
  });

  test("problems are solved when their complaint is closed", () => {
    const calls = [
      answered(2, { problem: "毛丝", solved: true }),
      answered(2, { problem: "油污" }),
      answered(5),
    ];

    expect(figuresOf(calls)).toMatchObject({ problems: 2, solved: 1, solvedBp: 5_000 });
  });

  test("Sam reads the month; Anna does not; a month that is none is refused", async () => {
    const world = await newWorld();
    await planCall(world, { status: "done", overallScore: 4, productScore: 5, doneAt: world.clock.now });
    await planCall(world, { dueOn: "2026-10-30" });

    const month = await (await world.as("sam").get("/follow-ups/satisfaction?month=2026-11")).json();

    expect(month).toMatchObject({
      month: "2026-11",
      due: 1,
      reached: 1,
      averages: { product: 500, service: null },
    });
    expect((await world.as("anna").get("/follow-ups/satisfaction?month=2026-11")).status).toBe(403);
    expect((await world.as("sam").get("/follow-ups/satisfaction?month=2026-13")).status).toBe(422);
  });
});
