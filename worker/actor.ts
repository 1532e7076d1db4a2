import type { Role } from "#schema/people";
import type { Language } from "#schema/words/words";

/** The party an actor sits in: all that reach, prices and forms need to know of it. */
export type Seat = {
  partyId: string;
  code: string;
  nameZh: string | null;
  nameEn: string | null;
  kind: string;
  tradingModel: "resale" | "direct_bill" | null;
  currency: string;
  priceLevel: string | null;
  staff: boolean;
  roles: Role[];
};

type SignedIn = {
  personId: string;
  name: string;
  email: string;
  language: Language;
  sessionId: string;
  /** The party acted for now. */
  seat: Seat;
  /** Every party this person may act for. */
  seats: Seat[];
};

export type Staff = SignedIn & { kind: "staff" };
export type Partner = SignedIn & { kind: "partner" };
export type Guest = { kind: "guest"; link: { id: string; noun: string; recordId: string; moves: string[] } };
export type Visitor = { kind: "visitor" };
export type System = { kind: "system" };

/** On whose behalf a request runs. */
export type Actor = Staff | Partner | Guest | Visitor | System;

export const isSignedIn = (actor: Actor): actor is Staff | Partner =>
  actor.kind === "staff" || actor.kind === "partner";

export const isStaff = (actor: Actor, ...roles: Role[]): actor is Staff =>
  actor.kind === "staff" && (roles.length === 0 || hasRole(actor, ...roles));

export const isPartner = (actor: Actor, ...roles: Role[]): actor is Partner =>
  actor.kind === "partner" && (roles.length === 0 || hasRole(actor, ...roles));

export const hasRole = (actor: Staff | Partner, ...roles: Role[]) =>
  actor.seat.roles.some((role) => roles.includes(role));
