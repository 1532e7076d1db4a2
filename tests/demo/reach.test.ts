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

const nouns = [
  ["order", "select id, party_id, bill_to_id, ordered_at at from orders"],
  ["shipment", "select id, party_id, bill_to_id, at from shipments"],
  ["statement", "select id, party_id, party_id bill_to_id, issued_at at from statements"],
  ["return", "select id, party_id, bill_to_id, requested_at at from returns"],
  ["complaint", "select id, party_id, party_id bill_to_id, received_at at from complaints"],
  ["follow_up", "select id, party_id, party_id bill_to_id, at from follow_ups"],
] as const;

describe("who may know of the demo's papers", () => {
  test.each(nouns)(
    "every %s is known to its party, to who pays, to all above and to the company",
    async (noun, records) => {
      const expected = await rowsOf(
        client,
        `with recursive record as (${records}),
        above(id, at, party_id, depth) as (
          select id, at, party_id, 0 from record where party_id is not null
          union all
          select above.id, at, p.parent_id, depth + 1 from above join party_parents p on p.party_id = above.party_id
          where p.valid_from <= date(at / 1000 + 28800, 'unixepoch')
            and (p.valid_to is null or p.valid_to >= date(at / 1000 + 28800, 'unixepoch')))
       select id, party_id from above union select id, bill_to_id from record where bill_to_id is not null
       union select id, 'company' from record order by 1, 2`,
      );
      const known = await rowsOf(
        client,
        "select record_id id, party_id from reach where noun = ? order by 1, 2",
        noun,
      );

      expect(known).toEqual(expected);
      expect(known.length).toBeGreaterThan(0);
    },
  );

  test.each(nouns)("every %s is listed by the time it is sorted by", async (noun, records) => {
    const astray = `select r.record_id from reach r join (${records}) n on n.id = r.record_id
      where r.noun = '${noun}' and r.at <> n.at`;

    expect(await rowsOf(client, astray)).toEqual([]);
  });

  test("what a resale sub-dealer gets is its own, billed to its parent, who knows of it as its own", async () => {
    const seen = await rowsOf(
      client,
      `select p.code, r.depth from orders o join parties s on s.id = o.party_id and s.code = 'D-0201'
         join reach r on r.record_id = o.id join parties p on p.id = r.party_id group by 1, 2 order by 1`,
    );

    expect(seen).toEqual([
      { code: "D-0107", depth: 0 },
      { code: "D-0201", depth: 0 },
      { code: "LX", depth: 3 },
      { code: "TX", depth: 2 },
    ]);
  });
});
