import { index, integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import { day, flag, json, moment } from "./columns";
import { parties } from "./parties";
import type { PartnerRole, StaffRole } from "./words/trade";

export const personLimits = { name: 60, password: { min: 10, max: 128 } } as const;
export type Role = StaffRole | PartnerRole;

/** Someone who signs in. The auth library keeps its user here. */
export const people = sqliteTable("people", {
  id: text("id").primaryKey(),
  name: text("name").notNull(),
  email: text("email").notNull().unique(),
  emailVerified: flag("email_verified").notNull().default(false),
  image: text("image"),
  phone: text("phone"),
  language: text("language", { enum: ["zh", "en"] })
    .notNull()
    .default("zh"),
  disabledAt: moment("disabled_at"),
  createdAt: moment("created_at").notNull(),
  updatedAt: moment("updated_at").notNull(),
});
export type Person = typeof people.$inferSelect;

/** A person acts for a party in some roles; staff belong to the company or to an outlet it runs itself. */
export const memberships = sqliteTable(
  "memberships",
  {
    id: text("id").primaryKey(),
    personId: text("person_id")
      .notNull()
      .references(() => people.id),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    roles: json<Role[]>("roles").notNull(),
    validFrom: day("valid_from").notNull(),
    validTo: day("valid_to"), // The last day.
  },
  (t) => [index("memberships_by_person").on(t.personId), index("memberships_by_party").on(t.partyId)],
);

export const sessions = sqliteTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    token: text("token").notNull().unique(),
    userId: text("user_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    partyId: text("party_id").references(() => parties.id), // The party acted for; switched without signing out.
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("sessions_by_person").on(t.userId)],
);

export const credentials = sqliteTable(
  "credentials",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: text("user_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    password: text("password"),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text("scope"),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("credentials_by_person").on(t.userId)],
);

export const verifications = sqliteTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: moment("created_at").notNull(),
    updatedAt: moment("updated_at").notNull(),
  },
  (t) => [index("verifications_by_identifier").on(t.identifier)],
);

export const invitations = sqliteTable(
  "invitations",
  {
    id: text("id").primaryKey(),
    tokenHash: text("token_hash").notNull().unique(),
    partyId: text("party_id")
      .notNull()
      .references(() => parties.id),
    email: text("email").notNull(),
    name: text("name").notNull(),
    roles: json<Role[]>("roles").notNull(),
    language: text("language", { enum: ["zh", "en"] }).notNull(),
    invitedBy: text("invited_by")
      .notNull()
      .references(() => people.id),
    createdAt: moment("created_at").notNull(),
    expiresAt: moment("expires_at").notNull(),
    acceptedAt: moment("accepted_at"),
    revokedAt: moment("revoked_at"),
  },
  (t) => [index("invitations_by_party").on(t.partyId)],
);

/** Counts tries per address and per account name, so that guessing is slow everywhere at once. */
export const throttles = sqliteTable("throttles", {
  key: text("key").primaryKey(), // Hashed: an unknown address is counted like a known one.
  count: integer("count").notNull(),
  until: moment("until").notNull(),
});
