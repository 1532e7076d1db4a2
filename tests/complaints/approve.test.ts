import { describe, expect, test } from "vitest";
import { fileComplaint, procedureOf } from "../build/complaints";
import { newWorld } from "../world";

describe("approval", () => {
  const approvedBy = async (
    amount: string,
    people: ("sam" | "sal" | "mei" | "quin" | "fay" | "gus")[],
    given: object = {},
  ) => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, {
      status: "liability_set",
      severity: "S3",
      responsible: "manufacturer",
      validity: "valid",
      ...given,
    });
    const { move } = procedureOf(world, reference);
    await move("sam", "propose", { outcome: "allowance", amount });
    const replies = [];
    for (const person of people) replies.push((await move(person, "approve")).body.status);
    return replies;
  };

  test("up to 20,000 is the sales manager's, and never of whoever drafted it", async () => {
    expect(await approvedBy("20000", ["sam", "mei"])).toEqual([403, "resolution_approved"]);
  });

  test("up to 100,000 needs the manager, quality control and finance", async () => {
    expect(await approvedBy("100000", ["mei", "quin", "fay"])).toEqual([
      "resolution_proposed",
      "resolution_proposed",
      "resolution_approved",
    ]);
  });

  test("above that, out of time, or as goodwill, the general manager decides", async () => {
    expect(await approvedBy("100001", ["mei", "gus"])).toEqual([403, "resolution_approved"]);
    expect(await approvedBy("90000", ["mei", "gus"], { lateObjection: true })).toEqual([
      403,
      "resolution_approved",
    ]);
    expect(await approvedBy("100", ["mei", "gus"], { validity: "not_valid" })).toEqual([
      403,
      "resolution_approved",
    ]);
  });

  test("cases of one lot within thirty days count together, so that splitting them is no way round", async () => {
    const world = await newWorld();
    await fileComplaint(world, { status: "closed", outcomeMinor: 1_500_000 });
    const { reference } = await fileComplaint(world, {
      status: "liability_set",
      severity: "S3",
      responsible: "manufacturer",
      validity: "valid",
    });
    const { move } = procedureOf(world, reference);

    const { body } = await move("sam", "propose", { outcome: "allowance", amount: "6000" });

    expect(body.inside.approvals.map(({ approval }: { approval: string }) => approval)).toEqual([
      "sales_manager",
      "quality",
      "finance",
    ]);
  });

  test("a new draft needs its approvals anew", async () => {
    const world = await newWorld();
    const { reference } = await fileComplaint(world, {
      status: "liability_set",
      severity: "S3",
      responsible: "manufacturer",
      validity: "valid",
    });
    const { move } = procedureOf(world, reference);
    await move("sam", "propose", { outcome: "allowance", amount: "50000" });
    await move("mei", "approve");

    const { body } = await move("sam", "propose", { outcome: "allowance", amount: "60000" });

    expect(body.inside.approvals.map(({ given }: { given: boolean }) => given)).toEqual([
      false,
      false,
      false,
    ]);
  });
});
