import type { StatementView } from "#worker/statements/output";
import type { World } from "../world";
import { theWorkedExample } from "./ledger";

/** Finance issues a month of a party's account (Dora's October unless said), through the API. */
export async function issue(
  world: World,
  { party = "D-0001", currency = "CNY", period = "2026-10" } = {},
): Promise<StatementView> {
  const reply = await world
    .as("fay")
    .post("/statements", { id: crypto.randomUUID(), party, currency, period });
  if (reply.status !== 201) throw new Error(await reply.text());
  return (await reply.json()) as StatementView;
}

/** Dora's October of the worked example, issued. */
export async function issuedOctober(world: World): Promise<StatementView> {
  await theWorkedExample(world);
  return issue(world);
}

/** The position of the line with this document number. */
export const positionOf = (statement: StatementView, docNo: string): number =>
  statement.lines.find((line) => line.docNo === docNo)?.position ?? 0;
