import { eq } from "drizzle-orm";
import { links } from "#schema/files";
import type { Ctx } from "../context";
import { hashOf } from "../identity";
import { trackingCode } from "../reference";
import type { Step } from "../write";
import { complainantMoves } from "./policy";

const dayMs = 86_400_000;
const liveDays = 730;
const daysAfterClose = 90;

/** What opens a guest's complaint, drawn from its id and our secret: a form sent twice gets the same answer. */
export async function guestLink(ctx: Pick<Ctx, "settings">, complaintId: string) {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  const key = await crypto.subtle.importKey("raw", bytesOf(ctx.settings.authSecret), algorithm, false, [
    "sign",
  ]);
  const drawn = await crypto.subtle.sign("HMAC", key, bytesOf(`complaint link ${complaintId}`));
  const secret = [...new Uint8Array(drawn, 10)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return { code: trackingCode(new Uint8Array(drawn.slice(0, 10))), secret };
}

type At = Pick<Ctx, "db" | "now">;

/** One live link per complaint, which lists what its holder may do. */
export async function linkStep(ctx: At & Pick<Ctx, "settings">, complaintId: string): Promise<Step[]> {
  const { code, secret } = await guestLink(ctx, complaintId);
  const row = {
    id: code,
    tokenHash: await hashOf(secret),
    noun: "complaint",
    recordId: complaintId,
    moves: [...complainantMoves],
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + liveDays * dayMs),
  };
  return [ctx.db.insert(links).values(row)]; // In a list: a query that is awaited runs at once.
}

/** A closed complaint can be read for a while; one that goes on, as before. */
export const keepLink = ({ db, now }: At, complaintId: string, isClosed: boolean): Step =>
  db
    .update(links)
    .set({ expiresAt: new Date(now.getTime() + (isClosed ? daysAfterClose : liveDays) * dayMs) })
    .where(eq(links.recordId, complaintId));
