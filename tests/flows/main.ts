import { describe, expect, test } from "vitest";
import type { Host } from "#worker/host";
import { callerOf } from "./caller";

/** A running site, wherever it runs: its address, its database from the side, and one turn of the due work. */
export type Site = { url: string; host: Pick<Host, "db">; tick(): Promise<unknown> };

/** A photo as a phone would send it: the smallest true PNG. */
const photo = () =>
  new File(
    [
      Uint8Array.from(
        atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII="),
        (letter) => letter.charCodeAt(0),
      ),
    ],
    "label.png",
    { type: "image/png" },
  );

/** What a dealer, a guest and the desk do every day, asked of whichever host serves them. */
export function mainFlows(site: () => Site) {
  describe("every day", () => {
    test("a dealer signs in and lists only orders within reach", async () => {
      const owner = await callerOf(site().url, "owner@xijin.example");
      const rival = await callerOf(site().url, "owner@chengsuo.example");

      const mine = await owner.get("/orders?limit=100");
      const theirs = await rival.get("/orders?limit=100");

      expect([owner.status, mine.status, theirs.status]).toEqual([200, 200, 200]);
      const references = (list: typeof mine) =>
        list.body.items.map((order: { reference: string }) => order.reference);
      expect(references(mine).length).toBeGreaterThan(0);
      expect(references(mine).filter((one: string) => references(theirs).includes(one))).toEqual([]);
      expect((await rival.get(`/orders/${references(mine)[0]}`)).status).toBe(404);
    });

    test("the dealer's finance opens October's statement, disputes nothing and seals it", async () => {
      const finance = await callerOf(site().url, "finance@xijin.example");
      const waiting = await finance.get("/statements?period=2026-10");
      const { reference } = waiting.body.items[0];

      const opened = await finance.get(`/statements/${reference}`);
      const sealed = await finance.post(`/statements/${reference}/moves/confirm`, {});
      const again = await finance.post(`/statements/${reference}/moves/confirm`, {});

      expect(opened.body).toMatchObject({ closingMinor: 12_267_589, openingMinor: 18_642_035 });
      expect([sealed.status, sealed.body.status]).toEqual([200, "confirmed"]);
      expect([200, 409]).toContain(again.status);
      expect((await finance.get(`/statements/${reference}`)).body).toMatchObject({ status: "confirmed" });
    });

    test("a buyer of the same dealer may not open the statement", async () => {
      const buyer = await callerOf(site().url, "buyer@xijin.example");
      expect((await buyer.get("/statements")).body.items ?? []).toEqual([]);
    });

    test("the dealer complains about a delivered lot with a photo, once, and can look at the photo", async () => {
      const owner = await callerOf(site().url, "owner@xijin.example");
      const form = new FormData();
      const fileId = crypto.randomUUID();
      form.set("id", fileId);
      form.set("file", photo());
      const [line] = (await owner.get("/shipments/lines?limit=1")).body.items;

      const uploaded = await owner.send("/files", form);
      const complaint = {
        id: crypto.randomUUID(),
        class: "quality",
        description: "整经时断头多。",
        shipmentLineId: line.id,
        lotNo: line.lotNo,
        fileIds: [fileId],
      };
      const filed = await owner.post("/complaints", complaint);
      const twice = await owner.post("/complaints", complaint);

      expect([uploaded.status, filed.status]).toEqual([201, 201]);
      expect(twice.body.reference).toBe(filed.body.reference);
      const shown = await owner.get(`/files/${fileId}`);
      expect([shown.status, shown.headers.get("x-content-type-options")]).toEqual([200, "nosniff"]);
      const rival = await callerOf(site().url, "owner@chengsuo.example");
      expect((await rival.get(`/files/${fileId}`)).status).toBe(404);
    });

    test("due work leaves with the next turn and is done once", async () => {
      await site().tick();
      const admin = await callerOf(site().url, "admin@lanxu.example");
      const before = (await admin.get("/jobs?limit=100")).body.items;
      await site().tick();
      const done = (await admin.get("/jobs?limit=100")).body.items;

      expect(done.length).toBe(before.length);
      expect(done.filter((job: { status: string }) => job.status === "failed")).toEqual([]);
    });

    test("a page shows the dealer the same order that the API tells of", async () => {
      const owner = await callerOf(site().url, "owner@xijin.example");
      const [order] = (await owner.get("/orders?limit=1")).body.items;
      expect(await owner.page(`/orders/${order.reference}`)).toContain(order.reference);
    });
  });
}
