import { complainantMoves } from "#worker/complaints/policy";
import { hashOf } from "#worker/identity";
import { links } from "../../files";
import { putComplaint } from "../complaints";
import { troubles } from "../complaintWords";
import { addDays, clock } from "../days";
import type { World } from "../world";

/** The demo's own private link: whoever tries the demo may open it. */
const guestLink = { code: "DEM0GVEST7", secret: "demo-guest-complaint" };

/** A knitter without an account bought from a sub-dealer and read the lot off the carton's label. */
export async function tellGuest(world: World) {
  const trouble = troubles.find(({ defect }) => defect === "dye_streak");
  if (!trouble) throw new Error("no trouble with dyeing");
  const at = clock(addDays(world.today, -3), 20, 5);
  const { row } = putComplaint(world, {
    at,
    trouble,
    until: "analysing",
    party: null,
    severity: "S3",
    channel: "portal",
    row: {
      guestName: "濮院毛衫织造户",
      guestPhone: "+8613800199999",
      guestEmail: "knitter@puyuan.example",
      boughtFrom: "汐畔贸易（示例）",
      lotNo: "260905-B03-1",
      item: "涤纶低弹丝 150D/48F",
      whereFound: "weaving",
      complainedMilli: 180_000,
      unopenedMilli: 60_000,
      usedMilli: 120_000,
    },
  });
  world.press.put(links, {
    id: guestLink.code,
    tokenHash: await hashOf(guestLink.secret),
    noun: "complaint",
    recordId: row.id,
    moves: [...complainantMoves],
    createdAt: at,
    expiresAt: new Date(at.getTime() + 730 * 86_400_000),
  });
}
