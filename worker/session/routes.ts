import { Hono } from "hono";
import { z } from "zod";
import { body, type Env, type HonoContext, says } from "../http";
import { AskForReset, ChangePassword, Preferences, ResetPassword, SignIn, SwitchParty } from "./input";
import { Device, presentDevice, presentSession, SessionView } from "./output";
import { askForReset, changePassword, resetPassword } from "./password";
import { endSession, listOwnSessions, setLanguage, signedIn, signIn, signOut, switchParty } from "./session";

const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

export const sessionRoutes = new Hono<Env>()
  .post("/", says("Sign in", SessionView), body(SignIn), async (c) => {
    const { ctx } = c.var;
    const { headers, actor } = await signIn(ctx, c.req.valid("json"), c.req.header("user-agent") ?? "");
    copyCookies(c, headers);
    return c.json(viewOf(actor));
  })
  .get("/", says("Who is signed in", SessionView), (c) => c.json(mine(c)))
  .delete("/", says("Sign out", Done), async (c) => {
    copyCookies(c, await signOut(c.var.ctx, c.req.header("cookie") ?? ""));
    return c.json(done);
  })
  .put("/party", says("Act for another of my companies", SessionView), body(SwitchParty), async (c) => {
    const actor = await switchParty(c.var.ctx, c.req.valid("json").party);
    return c.json(viewOf(actor));
  })
  .put("/language", says("Choose my language", SessionView), body(Preferences), async (c) =>
    c.json(viewOf(await setLanguage(c.var.ctx, c.req.valid("json").language))),
  )
  .put("/password", says("Choose a new password", Done), body(ChangePassword), async (c) => {
    await changePassword(c.var.ctx, c.req.valid("json"));
    return c.json(done);
  })
  .get("/devices", says("Where I am signed in", z.array(Device)), async (c) => {
    const { rows, currentId } = await listOwnSessions(c.var.ctx);
    return c.json(rows.map((row) => presentDevice(row, currentId)));
  })
  .delete("/devices/:id", says("End one of my sessions", Done), async (c) => {
    await endSession(c.var.ctx, c.req.param("id"));
    return c.json(done);
  })
  .post("/reset-requests", says("Ask for a password reset link", Done), body(AskForReset), async (c) => {
    await askForReset(c.var.ctx, c.req.valid("json").email);
    return c.json(done);
  })
  .post("/resets", says("Set a new password with a reset link", Done), body(ResetPassword), async (c) => {
    const { token, password } = c.req.valid("json");
    await resetPassword(c.var.ctx, token, password);
    return c.json(done);
  });

const mine = (c: HonoContext) => viewOf(signedIn(c.var.ctx));

export function viewOf(actor: ReturnType<typeof signedIn>): SessionView {
  const view = presentSession(actor);
  if (!view) throw new Error("a signed-in actor without a session view");
  return view;
}

export function copyCookies(c: HonoContext, headers: Headers) {
  for (const cookie of headers.getSetCookie()) c.header("set-cookie", cookie, { append: true });
}
