import { expect, test } from "vitest";
import { type CatalogueStatus, catalogueStatuses } from "#schema/words/paperStatuses";
import { type Move, moves, statusAfter } from "#worker/products/lifecycle";
import { Refusal } from "#worker/refusal";

type Step = Move | "edit";
const steps: Step[] = ["edit", ...moves];
const no = "refused";
const table: Record<CatalogueStatus, Record<Step, CatalogueStatus | "refused">> = {
  draft: { edit: "draft", submit: "in_review", publish: no, return: no, withdraw: "withdrawn" },
  in_review: { edit: no, submit: no, publish: "published", return: "draft", withdraw: "withdrawn" },
  published: { edit: "draft", submit: no, publish: no, return: no, withdraw: "withdrawn" },
  superseded: { edit: no, submit: no, publish: no, return: no, withdraw: no },
  withdrawn: { edit: "draft", submit: no, publish: no, return: no, withdraw: no },
};
const cells = catalogueStatuses.flatMap((from) =>
  steps.map((step) => ({ from, step, to: table[from][step] })),
);

test.each(cells)("a product that is $from and meets $step is $to", ({ from, step, to }) => {
  if (to === "refused") expect(() => statusAfter(from, step)).toThrow(Refusal);
  else expect(statusAfter(from, step)).toBe(to);
});
