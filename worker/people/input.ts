import { z } from "zod";
import { personLimits } from "#schema/people";
import { partnerRoles, staffRoles } from "#schema/words/trade";
import { Id, maybeWords, words } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";
import { Email, NewPassword } from "../session/input";

const roleCodes = [...new Set([...partnerRoles, ...staffRoles])] as const;

/** The people of one party, or, for staff, of all that is ours. */
export const PeopleQuery = PageQuery.extend({
  party: z.string().trim().max(20).optional(), // Left out: the party acted for.
  staff: z.enum(["true"]).optional(),
  q: z.string().trim().max(60).optional(),
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

const Name = words(personLimits.name, say("请填写姓名。", "Enter the name.")).regex(
  /^[^\r\n]*$/,
  say("姓名请写在一行内。", "Write the name on one line."),
);
/** One box of a form is a text, several are a list. */
const Roles = z
  .union([z.string(), z.array(z.string())])
  .transform((said) => [said].flat().filter(Boolean))
  .pipe(z.array(z.enum(roleCodes)).min(1, say("请至少选择一个角色。", "Choose at least one role.")));
const Language = z.enum(["zh", "en"]);

export const InvitePerson = z.strictObject({
  id: Id,
  party: words(20, say("请选择单位。", "Choose the party.")),
  name: Name,
  email: Email,
  roles: Roles,
  language: Language.default("zh"),
});
export type InvitePerson = z.infer<typeof InvitePerson>;

/** Somebody new says all; whoever has an account says its password, or is signed in and says nothing. */
export const AcceptInvitation = z.strictObject({
  name: maybeWords(personLimits.name),
  password: z.string().max(personLimits.password.max).nullish(),
  language: Language.nullish(),
});
export type AcceptInvitation = z.infer<typeof AcceptInvitation>;

export { Name, NewPassword };

/** One body for all moves: `roles` needs roles, `sign_out` may name one session. */
export const MovePerson = z.strictObject({
  roles: Roles.optional(),
  session: maybeWords(80),
  reason: maybeWords(400),
});
export type MovePerson = z.infer<typeof MovePerson>;
