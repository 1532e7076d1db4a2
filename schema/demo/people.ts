import { credentials, memberships, people, type Role } from "../people";
import type { Language } from "../words/words";
import { clock } from "./days";
import type { Demo } from "./demo";
import { personName } from "./names";

/** Everybody of the demo signs in with it. */
export const demoPassword = "demo-dangkou";

type Said = { email: string; name: string; language?: Language; seats: { partyId: string; roles: Role[] }[] };

/** Somebody who can sign in and act for the parties named. */
export function putPerson(demo: Demo, { email, name, language = "zh", seats }: Said): string {
  const from = demo.since;
  const at = clock(from, 9);
  const luck = demo.chance(`person ${email}`);
  const id = luck.id(at);
  demo.press.put(people, { id, name, email, emailVerified: true, language, createdAt: at, updatedAt: at });
  demo.press.put(credentials, {
    id: luck.id(at),
    accountId: id,
    providerId: "credential",
    userId: id,
    password: demo.passwordHash,
    createdAt: at,
    updatedAt: at,
  });
  for (const { partyId, roles } of seats) {
    demo.press.put(memberships, { id: luck.id(at), personId: id, partyId, roles, validFrom: from });
  }
  return id;
}

/** Where staff sit: the company, or an outlet that it runs itself. */
type Seat = "company" | "XS" | "JJ" | "EX";
const staffOf = {
  gm: ["company", ["general_manager"]],
  manager: ["company", ["sales_manager"]],
  sales: ["company", ["domestic_sales"]],
  "sales.keqiao": ["company", ["domestic_sales"]],
  "sales.key": ["company", ["domestic_sales"]],
  "sales.xiaoshan": ["XS", ["domestic_sales"]],
  "stall.xiaoshan": ["XS", ["domestic_sales", "outlet_clerk"]],
  "sales.jinjiang": ["JJ", ["domestic_sales"]],
  "office.jinjiang": ["JJ", ["domestic_sales", "outlet_manager"]],
  export: ["EX", ["export_sales"]],
  "export.asia": ["EX", ["export_sales"]],
  "export.america": ["EX", ["export_sales"]],
  aftersales: ["company", ["after_sales", "after_sales_lead"]],
  "aftersales.visit": ["company", ["after_sales"]],
  "aftersales.calls": ["company", ["after_sales"]],
  finance: ["company", ["finance"]],
  "finance.export": ["company", ["finance"]],
  logistics: ["company", ["logistics"]],
  "logistics.port": ["company", ["logistics"]],
  qc: ["company", ["qc"]],
  technical: ["company", ["technical"]],
  planner: ["company", ["production_planner"]],
  catalog: ["company", ["catalog_editor"]],
  admin: ["company", ["admin"]],
} as const satisfies Record<string, readonly [Seat, readonly Role[]]>;
type StaffName = keyof typeof staffOf;
/** The staff by the first part of their address. */
export type Staff = Record<StaffName, string>;

export function putStaff(demo: Demo, seats: Record<Seat, string>): Staff {
  const names = Object.keys(staffOf) as StaffName[]; // Object.keys forgets what its keys are.
  const ids = names.map((staff) => {
    const [seat, roles] = staffOf[staff];
    const { zh, en } = personName(demo.chance(`staff ${staff}`));
    const abroad = seat === "EX";
    return [
      staff,
      putPerson(demo, {
        email: `${staff}@lanxu.example`,
        name: abroad ? `${zh} ${en}` : zh,
        seats: [{ partyId: seats[seat], roles: [...roles] }],
      }),
    ] as const;
  });
  return Object.fromEntries(ids) as Staff; // One entry for each name.
}
