import { z } from "zod";
import { personLimits } from "#schema/people";
import { words } from "../http";
import { say } from "../say";

const enterEmail = say("请填写邮箱。", "Enter your e-mail address.");
const enterPassword = say("请填写密码。", "Enter your password.");
const { min, max } = personLimits.password;

export const Email = z
  .string({ error: enterEmail })
  .trim()
  .toLowerCase()
  .min(1, enterEmail)
  .max(200)
  .pipe(
    z.email(
      say("请填写正确的邮箱,例如 name@example.com。", "Enter an e-mail address such as name@example.com."),
    ),
  );

export const NewPassword = z
  .string({ error: enterPassword })
  .min(min, say(`密码至少 ${min} 个字符。`, `Use at least ${min} characters for the password.`))
  .max(max, say(`密码最多 ${max} 个字符。`, `Use at most ${max} characters for the password.`));

export const SignIn = z.strictObject({ email: Email, password: words(max, enterPassword) });
export type SignIn = z.infer<typeof SignIn>;

export const SwitchParty = z.strictObject({
  party: words(40, say("请选择要代表的单位。", "Choose the company to act for.")),
});

export const AskForReset = z.strictObject({ email: Email });
export const ResetPassword = z.strictObject({
  token: words(200, say("链接不完整。", "The link is not complete.")),
  password: NewPassword,
});

export const Preferences = z.strictObject({ language: z.enum(["zh", "en"]) });

export const ChangePassword = z.strictObject({
  current: words(max, say("请填写当前密码。", "Enter your current password.")),
  password: NewPassword,
});
export type ChangePassword = z.infer<typeof ChangePassword>;
