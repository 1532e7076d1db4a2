import type { Move } from "#worker/returns/lifecycle";
import type { ReturnView } from "#worker/returns/output";
import type { Person } from "../cast";
import type { World } from "../world";
import { anUpload } from "./files";
import { placeOrder } from "./orders";
import { type Shipped, ship } from "./shipments";

type Asked = { kg?: number | number[]; reason?: string } & Record<string, unknown>;

/** The form that asks to send back so much of each line of a shipment (100 kg of the first unless said). */
export function aReturn(shipment: Shipped, { kg = 100, ...said }: Asked = {}) {
  const quantities = Array.isArray(kg) ? kg : [kg];
  const lines = quantities.map((one, at) => ({
    shipmentLineId: shipment.lines[at]?.id ?? "",
    quantityMilli: `${one}kg`,
  }));
  return { id: crypto.randomUUID(), reason: "surplus", lines, ...said };
}

/** A person asks through the API to send goods back. */
export async function requestReturn(
  world: World,
  person: Person,
  shipment: Shipped,
  asked: Asked = {},
): Promise<ReturnView> {
  const reply = await world.as(person).post("/returns", aReturn(shipment, asked));
  if (reply.status !== 201) throw new Error(await reply.text());
  return (await reply.json()) as ReturnView;
}

/** A photo that this person has just sent and no record has taken. */
export async function aLoosePhoto(world: World, person: Person): Promise<string> {
  const { id, form } = anUpload();
  const sent = await world.as(person).post("/files", form);
  if (sent.status !== 201) throw new Error(await sent.text());
  return id;
}

/** Who does each step in the office, and what they say for a return of one line. */
const steps = {
  review: ["sam", () => ({})],
  approve: ["mei", (q) => ({ returnAddress: "桐乡一号仓", lines: [{ position: 1, quantityMilli: q }] })],
  send_back: ["anna", (q) => ({ carrier: "示例物流", lines: [{ position: 1, quantityMilli: q }] })],
  receive: ["lin", (q) => ({ lines: [{ position: 1, quantityMilli: q, cartons: 4 }] })],
  start_inspection: ["quin", () => ({})],
  inspect: ["quin", (q) => ({ lines: [{ position: 1, quantityMilli: q, disposition: "restock" }] })],
  decide: ["mei", () => ({ lines: [{ position: 1, outcome: "return_refund" }] })],
  execute: ["fay", () => ({})],
  close: ["sam", () => ({})],
  reject: ["sam", () => ({ reason: "已拆箱使用" })],
  cancel: ["anna", () => ({})],
} satisfies Partial<Record<Move, [Person, (quantity: string) => object]>>;
type Step = keyof typeof steps;

/** Makes one move as the one who usually makes it; the quantity is said as people write it. */
export async function take(world: World, reference: string, step: Step, quantity = "100kg", by?: Person) {
  const [usual, saying] = steps[step];
  const reply = await world
    .as(by ?? usual)
    .post(`/returns/${encodeURIComponent(reference)}/moves/${step}`, saying(quantity));
  return { status: reply.status, body: await reply.json() };
}

/** Makes these moves one after the other; one that is refused stops the test. */
export async function takeAll(world: World, reference: string, ...wanted: Step[]) {
  for (const step of wanted) {
    const { status, body } = await take(world, reference, step);
    if (status !== 200) throw new Error(`${step}: ${JSON.stringify(body)}`);
  }
}

/** 1,000 kg that Anna (unless said) has received in one lot. */
export async function delivered(world: World, party = "C-0001", kg = 1_000): Promise<Shipped> {
  return ship(world, await placeOrder(world, { party, lines: [{ kg }] }));
}
