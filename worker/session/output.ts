import { z } from "zod";
import type { sessions } from "#schema/people";
import { type Actor, isSignedIn, type Seat } from "../actor";

export const SeatView = z.object({
  party: z.string(),
  nameZh: z.string().nullable(),
  nameEn: z.string().nullable(),
  kind: z.string(),
  staff: z.boolean(),
  roles: z.array(z.string()),
  currency: z.string(),
});

export const SessionView = z
  .object({
    kind: z.enum(["staff", "partner"]),
    name: z.string(),
    email: z.string(),
    language: z.enum(["zh", "en"]),
    seat: SeatView,
    seats: z.array(SeatView),
  })
  .meta({ id: "Session" });
export type SessionView = z.infer<typeof SessionView>;

/** Who is signed in, for whom they act, and for whom else they may act; null for anyone else. */
export function presentSession(actor: Actor): SessionView | null {
  if (!isSignedIn(actor)) return null;
  const { kind, name, email, language, seat, seats } = actor;
  return { kind, name, email, language, seat: presentSeat(seat), seats: seats.map(presentSeat) };
}

const presentSeat = ({ code, nameZh, nameEn, kind, staff, roles, currency }: Seat) => ({
  party: code,
  nameZh,
  nameEn,
  kind,
  staff,
  roles,
  currency,
});

export const Device = z
  .object({
    id: z.string(),
    current: z.boolean(),
    device: z.string().nullable(),
    address: z.string().nullable(),
    since: z.string(),
    expires: z.string(),
  })
  .meta({ id: "Device" });
export type Device = z.infer<typeof Device>;

type Row = typeof sessions.$inferSelect;

export const presentDevice = (row: Row, currentId: string | null): Device => ({
  id: row.id,
  current: row.id === currentId,
  device: row.userAgent,
  address: row.ipAddress,
  since: row.createdAt.toISOString(),
  expires: row.expiresAt.toISOString(),
});
