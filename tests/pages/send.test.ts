import { describe, expect, test } from "vitest";
import { blankForm } from "../../portal/lib/form";
import { refusedForm, send } from "../../portal/lib/send";

const problem = {
  type: "about:blank",
  title: "Unprocessable Content",
  status: 422,
  detail: "There is a problem",
  code: "invalid",
  fields: { lot: "Enter the lot", "lines.0.quantity": 7 },
  requestId: "r-1",
};
const answer = (body: unknown, status: number) => Promise.resolve(Response.json(body, { status }));

describe("asking the API", () => {
  test("an answer gives its value", async () => {
    expect(await send(answer({ reference: "CP-2611-0007" }, 201))).toEqual({
      ok: true,
      value: { reference: "CP-2611-0007" },
    });
  });

  test("an answer without content gives nothing", async () => {
    expect(await send(Promise.resolve(new Response(null, { status: 204 })))).toEqual({
      ok: true,
      value: undefined,
    });
  });

  test("a problem document gives its words, field by field, and nothing that is not words", async () => {
    expect(await send(answer(problem, 422))).toEqual({
      ok: false,
      status: 422,
      refusal: {
        code: "invalid",
        message: "There is a problem",
        fields: { lot: "Enter the lot" },
        requestId: "r-1",
      },
    });
  });

  test("a refused form keeps what was typed", async () => {
    const form = blankForm({ lot: "26" });
    const sent = await send(answer(problem, 422));
    if (sent.ok) throw new Error("the problem was taken for an answer");

    expect(refusedForm(form, sent)).toMatchObject({
      values: { lot: "26" },
      message: "There is a problem",
      fields: { lot: "Enter the lot" },
    });
  });
});
