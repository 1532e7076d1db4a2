import type { DemoProfile } from "./settings";

const password = "demo-dangkou";
const people = [
  ["manager@lanxu.example", "销售经理 sales manager"],
  ["aftersales@lanxu.example", "售后 after-sales"],
  ["finance@lanxu.example", "财务 finance"],
  ["owner@xijin.example", "经销商 dealer"],
  ["manager@tongxiang.example", "经营部 outlet"],
  ["buyer@padma.example", "外贸客户 export buyer"],
] as const;

/** What the terminal says once the portal can be opened. */
export function welcome(url: string, demo: DemoProfile): string {
  const address = `Dangkou 档口: ${url}`;
  if (demo === "none") return address;
  const signIns = people.map(([email, role]) => `  ${email.padEnd(28)} ${role}`);
  return [address, "", `Sign in with the password ${password} as`, ...signIns].join("\n");
}
