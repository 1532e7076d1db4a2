import { setTimeout as pause } from "node:timers/promises";
import { expect, test, vi } from "vitest";
import { repeat } from "#worker/timer";

test("a slow round is never overtaken by the next, and stopping waits for it", async () => {
  let now = 0;
  let most = 0;
  let rounds = 0;
  const timer = repeat(1, async () => {
    most = Math.max(most, ++now);
    await pause(20);
    now -= 1;
    rounds += 1;
  });

  await pause(80);
  await timer.stop();

  expect({ now, most }).toEqual({ now: 0, most: 1 });
  const atStop = rounds;
  await pause(40);
  expect(rounds).toBe(atStop);
  expect(rounds).toBeGreaterThan(1);
});

test("a round that fails is told and the next one comes", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  let rounds = 0;
  const timer = repeat(1, async () => {
    rounds += 1;
    throw new Error("the database is away");
  });

  await pause(60);
  await timer.stop();

  expect(rounds).toBeGreaterThan(1);
  expect(told).toHaveBeenCalledTimes(rounds);
  told.mockRestore();
});
