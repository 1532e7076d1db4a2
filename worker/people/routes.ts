import { Hono } from "hono";
import { z } from "zod";
import { body, type Env, type HonoContext, query, says } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { SessionView } from "../session/output";
import { copyCookies, viewOf } from "../session/routes";
import { asTable } from "../table";
import { acceptInvitation, showInvitation } from "./accept";
import { AcceptInvitation, InvitePerson, MovePerson, PeopleQuery } from "./input";
import { invitePerson, revokeInvitation } from "./invite";
import { movePerson, moves } from "./move";
import { InvitationView, PersonRow, PersonView, presentPerson, presentRow } from "./output";
import { findPerson, listPeople } from "./people";
import { peopleColumns } from "./table";

const Done = z.object({ done: z.literal(true) });
const done = { done: true } as const;

export const peopleRoutes = new Hono<Env>()
  .get("/", says("The people of a party, by name", pageOf(PersonRow)), query(PeopleQuery), async (c) => {
    const { ctx } = c.var;
    const read = async (asked: PeopleQuery) => {
      const { items, nextCursor } = await listPeople(ctx, asked);
      return { items: items.map((row) => presentRow(ctx.actor, row)), nextCursor };
    };
    const asked = c.req.valid("query");
    if (asked.format !== "json") return asTable(c, "people", peopleColumns, asked, read);
    return c.json(await read(asked));
  })
  .post(
    "/invitations",
    says("Invite somebody to act for a party", Done, 201),
    body(InvitePerson),
    async (c) => {
      await invitePerson(c.var.ctx, c.req.valid("json"));
      return c.json(done, 201);
    },
  )
  .get("/invitations/:token", says("What an invitation asks", InvitationView), async (c) =>
    c.json(await showInvitation(c.var.ctx, c.req.param("token"))),
  )
  .post(
    "/invitations/:token",
    says("Accept an invitation", SessionView),
    body(AcceptInvitation),
    async (c) => {
      const { ctx } = c.var;
      const agent = c.req.header("user-agent") ?? "";
      const { headers, actor } = await acceptInvitation(
        ctx,
        c.req.param("token"),
        c.req.valid("json"),
        agent,
      );
      copyCookies(c, headers);
      return c.json(viewOf(actor));
    },
  )
  .delete("/invitations/:id", says("Take an invitation back", Done), async (c) => {
    await revokeInvitation(c.var.ctx, c.req.param("id"));
    return c.json(done);
  })
  .get("/:id", says("One person of a party", PersonView), async (c) => c.json(await view(c)))
  .post("/:id/moves/:move", says("Move a person", Done), body(MovePerson), async (c) => {
    const move = moveParam(c.req.param("move"), moves);
    await movePerson(c.var.ctx, c.req.param("id"), move, c.req.valid("json"));
    return c.json(done);
  });

const view = async (c: HonoContext) =>
  presentPerson(c.var.ctx.actor, await findPerson(c.var.ctx, c.req.param("id") ?? ""));
