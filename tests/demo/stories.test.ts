import type { Client } from "@libsql/client";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { rowsOf, tinyDemo } from "./seeded";

let client: Client;
const ends: (() => void)[] = [];
beforeAll(async () => {
  client = await tinyDemo(undefined, (work) => ends.push(work));
});
afterAll(() => {
  for (const end of ends) end();
});

const october = [
  ["2026-10-09", "shipment", 5_120_400, 4_633_962, 0, 23_275_997],
  ["2026-10-14", "shipment", 2_985_600, 2_731_824, 0, 26_007_821],
  ["2026-10-15", "payment", null, 0, 12_000_000, 14_007_821],
  ["2026-10-20", "acceptance_bill", null, 0, 5_000_000, 9_007_821],
  ["2026-10-22", "shipment", 4_032_750, 3_649_639, 0, 12_657_460],
  ["2026-10-27", "return_credit", -298_200, 0, 269_871, 12_387_589],
  ["2026-10-29", "allowance", null, 0, 120_000, 12_267_589],
];

describe("Xijin's October", () => {
  test("the statement says the worked example to the fen", async () => {
    const lines = await rowsOf(
      client,
      `select l.date, type, l.quantity_milli q, l.debit_minor d, l.credit_minor c, balance_minor b from statement_lines l
         join statements s on s.id = l.statement_id where s.reference = 'ST-D0107-CNY-202610-V1' order by position`,
    );

    expect(lines.map(({ date, type, q, d, c, b }) => [date, type, q, d, c, b])).toEqual(october);
  });

  test("it waits for an answer, and says what is overdue", async () => {
    const [statement] = await rowsOf(
      client,
      `select status, opening_minor, closing_minor, overdue_minor, undue_bills_minor, confirm_by > '2026-11-23' open
         from statements where reference = 'ST-D0107-CNY-202610-V1'`,
    );

    expect(statement).toEqual({
      status: "issued",
      opening_minor: 18_642_035,
      closing_minor: 12_267_589,
      overdue_minor: 1_642_035,
      undue_bills_minor: 5_000_000,
      open: 1,
    });
  });

  test("August and September left what October brings forward", async () => {
    const months = await rowsOf(
      client,
      `select substr(posting_date, 1, 7) month, sum(amount_minor) sum from entries
         where account_id like '%' || (select id from parties where code = 'D-0107') || ':CNY' and amount_minor > 0
           and posting_date between '2026-08-01' and '2026-09-30' group by 1`,
    );

    expect(months).toEqual([
      { month: "2026-08", sum: 6_000_000 },
      { month: "2026-09", sum: 12_642_035 },
    ]);
  });

  test("nothing has moved the balance since", async () => {
    const [account] = await rowsOf(
      client,
      `select sum(amount_minor) balance from entries
         where account_id like '%' || (select id from parties where code = 'D-0107') || ':CNY'`,
    );

    expect(account).toEqual({ balance: 12_267_589 });
  });

  test.each(["2026-11-06", "2027-03-10", "2028-02-29"])("the same figures stand on %s", async (day) => {
    const later = await tinyDemo(new Date(`${day}T02:00:00Z`));
    const [statement] = await rowsOf(
      later,
      "select opening_minor, closing_minor from statements where reference = 'ST-D0107-CNY-202610-V1'",
    );

    expect(statement).toEqual({ opening_minor: 18_642_035, closing_minor: 12_267_589 });
  });

  test("a clock that is behind moves the story into its own last month", async () => {
    const early = await tinyDemo(new Date("2026-03-23T02:00:00Z"));
    const [statement] = await rowsOf(
      early,
      "select closing_minor from statements where reference = 'ST-D0107-CNY-202602-V1'",
    );

    expect(statement).toEqual({ closing_minor: 12_267_589 });
  });
});

describe("the people of the demo", () => {
  const known = [
    ["manager@lanxu.example", "LX"],
    ["sales@lanxu.example", "LX"],
    ["export@lanxu.example", "EX"],
    ["aftersales@lanxu.example", "LX"],
    ["finance@lanxu.example", "LX"],
    ["logistics@lanxu.example", "LX"],
    ["catalog@lanxu.example", "LX"],
    ["admin@lanxu.example", "LX"],
    ["owner@xijin.example", "D-0107"],
    ["buyer@xijin.example", "D-0107"],
    ["finance@xijin.example", "D-0107"],
    ["owner@sub.xijin.example", "D-0201"],
    ["owner@direct.xijin.example", "D-0202"],
    ["owner@chengsuo.example", "D-0111"],
    ["manager@tongxiang.example", "TX"],
    ["buyer@padma.example", "E-0001"],
  ];

  test.each(known)("%s signs in for %s", async (email, code) => {
    const seats = await rowsOf(
      client,
      `select p.code from people n join credentials c on c.user_id = n.id and c.provider_id = 'credential'
         and c.account_id = n.id and c.password is not null
         join memberships m on m.person_id = n.id join parties p on p.id = m.party_id where n.email = ?`,
      email ?? "",
    );

    expect(seats).toEqual([{ code }]);
  });

  test("one accountant keeps the books of two firms", async () => {
    const seats = await rowsOf(
      client,
      `select p.code from people n join memberships m on m.person_id = n.id join parties p on p.id = m.party_id
       where n.email = 'accountant@xijin.example' order by 1`,
    );

    expect(seats).toEqual([{ code: "D-0107" }, { code: "D-0202" }]);
  });
});

describe("the other stories", () => {
  test("five receivers complain of one lot, which is stopped", async () => {
    const cluster = await rowsOf(
      client,
      `select count(distinct party_id) parties, count(*) cases, (select qc_status from lots where lot_no = c.lot_no) lot
         from complaints c where lot_no = '260905-B03-1' and party_id is not null`,
    );

    expect(cluster).toEqual([{ parties: 5, cases: 5, lot: "stopped" }]);
  });

  test("a guest read the lot off a carton and holds a link to the case", async () => {
    const cases = await rowsOf(
      client,
      `select l.id code, c.lot_no from complaints c join links l on l.record_id = c.id where c.party_id is null`,
    );

    expect(cases).toEqual([{ code: "DEM0GVEST7", lot_no: "260905-B03-1" }]);
  });

  test("the catalogue can be searched for two characters", async () => {
    const found = await rowsOf(
      client,
      `select count(*) n from product_search where product_search match '"低弹"'`,
    );

    expect(Number(found[0]?.n)).toBeGreaterThan(3);
  });
});
