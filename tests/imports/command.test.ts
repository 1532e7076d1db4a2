import { cpSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { orders } from "#schema/orders";
import { importFolder } from "#worker/importCommand";
import { excerpt } from "../build/imports";
import { newWorld } from "../world";

test("the command brings a folder in and says what came of it", async () => {
  const world = await newWorld();

  const lines = await importFolder(world.host, ["northwind", excerpt]);
  const again = await importFolder(world.host, ["northwind", excerpt]);

  expect(lines).toEqual([
    "IM-2611-0001: imported.",
    "2 product families: 2 new, 0 here already",
    "4 products: 4 new, 0 here already",
    "4 SKUs: 4 new, 0 here already",
    "5 parties: 5 new, 0 here already",
    "5 orders: 5 new, 0 here already",
    "10 order lines: 10 new, 0 here already, USD 680.24 in all",
    "4 shipments: 4 new, 0 here already",
    "8 ledger entries: 8 new, 0 here already, USD 614.14 in all",
    "2 lines not shipped, so not owed yet, USD 66.10 in all",
    "territories.csv: not needed",
  ]);
  expect(again[5]).toBe("5 orders: 0 new, 5 here already");
  expect(await world.events("import.applied")).toHaveLength(2);
});

test("the command names faults by file, row and column and imports nothing", async () => {
  const world = await newWorld();
  const folder = mkdtempSync(join(tmpdir(), "import-"));
  cpSync(excerpt, folder, { recursive: true });
  writeFileSync(join(folder, "shippers.csv"), "shipperID,companyName,phone\n1,,NULL\n");

  const refused = importFolder(world.host, ["northwind", folder]);

  await expect(refused).rejects.toThrow("shippers.csv, row 2, companyName: This must not be blank.");
  expect(await world.db.select().from(orders)).toEqual([]);
});

test("the command without a folder says how it is used", async () => {
  const world = await newWorld();

  await expect(importFolder(world.host, ["northwind"])).rejects.toThrow(
    "npm run import -- northwind <folder>",
  );
});
