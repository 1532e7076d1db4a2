import { z } from "zod";
import type { Party } from "#schema/parties";
import type { memberships, Person, sessions } from "#schema/people";
import { personStatuses } from "#schema/words/statuses";
import { type Actor, isSignedIn, isStaff } from "../actor";
import { type EventRow, EventView, presentEvents } from "../events";
import { MoveView } from "../moves";
import { PartyBrief, presentBrief } from "../parties/brief";
import { Device, presentDevice } from "../session/output";
import { mayDisable, mayKeepPeople, rolesOf } from "./policy";

export const PersonRow = z
  .object({
    id: z.string(), // Of the membership, or of an invitation that is still open.
    personId: z.string().nullable(),
    name: z.string(),
    email: z.string(),
    party: PartyBrief,
    roles: z.array(z.string()),
    status: z.enum(personStatuses),
    since: z.string(),
    until: z.string().nullable(), // The last day, or when an invitation runs out.
    moves: z.array(MoveView),
  })
  .meta({ id: "PersonRow" });
export type PersonRow = z.infer<typeof PersonRow>;

export const PersonView = PersonRow.extend({
  language: z.enum(["zh", "en"]),
  phone: z.string().nullable(),
  rolesToChoose: z.array(z.string()),
  devices: z.array(Device),
  events: z.array(EventView),
}).meta({ id: "Person" });
export type PersonView = z.infer<typeof PersonView>;

export const InvitationView = z
  .object({
    party: PartyBrief,
    name: z.string(),
    email: z.string(),
    roles: z.array(z.string()),
    language: z.enum(["zh", "en"]),
    expiresAt: z.string(),
    known: z.boolean(), // The address has an account already: its password is asked for.
    mine: z.boolean(), // And its person is signed in: nothing is asked for.
  })
  .meta({ id: "Invitation" });
export type InvitationView = z.infer<typeof InvitationView>;

export type PeopleRow = {
  id: string;
  personId: string | null;
  name: string;
  email: string;
  roles: (typeof memberships.$inferSelect)["roles"];
  since: string;
  until: string | null;
  disabled: number | null;
  party: Pick<Party, "id" | "code" | "nameZh" | "nameEn" | "kind" | "operation" | "status">;
};

const open = (moves: string[]): MoveView[] => moves.map((move) => ({ move, open: true, reason: null }));

export function presentRow(actor: Actor, row: PeopleRow): PersonRow {
  const { id, personId, name, email, roles, since, until, disabled, party } = row;
  const status = personId === null ? "invited" : disabled ? "disabled" : "active";
  return {
    id,
    personId,
    name,
    email,
    party: presentBrief(party),
    roles,
    status,
    since,
    until,
    moves: open(movesOf(actor, row, status)),
  };
}

function movesOf(actor: Actor, { party, personId }: PeopleRow, status: PersonRow["status"]): string[] {
  if (!mayKeepPeople(actor, party)) return [];
  if (status === "invited") return ["revoke"];
  const self = isSignedIn(actor) && actor.personId === personId;
  const admin = mayDisable(actor) && !self ? [status === "disabled" ? "enable" : "disable"] : [];
  return ["roles", "end", "sign_out", "unlock", ...admin];
}

export type PersonPage = {
  row: PeopleRow;
  person: Person;
  devices: (typeof sessions.$inferSelect)[];
  events: EventRow[];
  locked: boolean;
};

/** Devices only for those who may end them. */
export function presentPerson(
  actor: Actor,
  { row, person, devices, events, locked }: PersonPage,
): PersonView {
  const shown = presentRow(actor, row);
  const keeps = mayKeepPeople(actor, row.party);
  const current = isSignedIn(actor) ? actor.sessionId : null;
  return {
    ...shown,
    moves: shown.moves.filter(({ move }) => move !== "unlock" || locked),
    status: locked && shown.status === "active" && keeps ? "locked" : shown.status,
    language: person.language,
    phone: person.phone,
    rolesToChoose: keeps ? [...rolesOf(row.party)] : [],
    devices: keeps ? devices.map((device) => presentDevice(device, current)) : [],
    events: keeps ? presentEvents(events, isStaff(actor)) : [],
  };
}
