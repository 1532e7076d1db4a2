import { Hono } from "hono";
import { body, type Env, type HonoContext, query, says, seenVersion } from "../http";
import { moveParam } from "../moves";
import { pageOf } from "../page";
import { asTable } from "../table";
import { addAddress, addContact, changeParty, endContact, removeAddress } from "./change";
import { createParty } from "./create";
import { AddAddress, AddContact, ChangeParty, CreateParty, MoveParty, PartyQuery } from "./input";
import { moves } from "./lifecycle";
import { moveParty, placeParty } from "./move";
import { PartyRow, PartyView, presentParty, presentRow } from "./output";
import { findParty, listParties } from "./parties";
import { partyColumns } from "./table";

export const partyRoutes = new Hono<Env>()
  .get("/", says("The parties in my reach, by code", pageOf(PartyRow)), query(PartyQuery), async (c) => {
    const { ctx } = c.var;
    const read = async (asked: PartyQuery) => {
      const { items, nextCursor } = await listParties(ctx, asked);
      return { items: items.map((row) => presentRow(ctx.actor, row)), nextCursor };
    };
    const asked = c.req.valid("query");
    if (asked.format !== "json") return asTable(c, "parties", partyColumns, asked, read);
    return c.json(await read(asked));
  })
  .post("/", says("Open a party's file", PartyView, 201), body(CreateParty), async (c) => {
    const code = await createParty(c.var.ctx, c.req.valid("json"));
    return c.json(await view(c, code), 201);
  })
  .get("/:code", says("One party's file", PartyView), async (c) => c.json(await view(c, c.req.param("code"))))
  .patch("/:code", says("Change a party's file", PartyView), body(ChangeParty), async (c) => {
    const said = c.req.valid("json");
    await changeParty(c.var.ctx, c.req.param("code"), { ...said, version: seenVersion(c) ?? said.version });
    return c.json(await view(c, c.req.param("code")));
  })
  .post("/:code/moves/:move", says("Move a party", PartyView), body(MoveParty), async (c) => {
    const { ctx } = c.var;
    const { code, move } = c.req.param();
    const said = c.req.valid("json");
    const input = { ...said, version: seenVersion(c) ?? said.version };
    if (move === "place") await placeParty(ctx, code, input);
    else await moveParty(ctx, code, moveParam(move, moves), input);
    return c.json(await view(c, code));
  })
  .post("/:code/contacts", says("Add a contact", PartyView, 201), body(AddContact), async (c) => {
    await addContact(c.var.ctx, c.req.param("code"), c.req.valid("json"));
    return c.json(await view(c, c.req.param("code")), 201);
  })
  .delete("/:code/contacts/:id", says("End a contact", PartyView), async (c) => {
    await endContact(c.var.ctx, c.req.param("code"), c.req.param("id"));
    return c.json(await view(c, c.req.param("code")));
  })
  .post("/:code/addresses", says("Add an address", PartyView, 201), body(AddAddress), async (c) => {
    await addAddress(c.var.ctx, c.req.param("code"), c.req.valid("json"));
    return c.json(await view(c, c.req.param("code")), 201);
  })
  .delete("/:code/addresses/:id", says("Forget an address", PartyView), async (c) => {
    await removeAddress(c.var.ctx, c.req.param("code"), c.req.param("id"));
    return c.json(await view(c, c.req.param("code")));
  });

const view = async (c: HonoContext, code: string) =>
  presentParty(c.var.ctx.actor, await findParty(c.var.ctx, code));
