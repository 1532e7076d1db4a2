import type { AstroGlobal } from "astro";
import type { PartyView } from "#worker/api";
import { asTyped } from "./asTyped";
import { type Answers, blankForm, type Form, filledForm } from "./form";
import { refusedForm, send } from "./send";

/** The forms of a party's page in one: what is asked tells which of them was sent. */
export const partyActs = ({ version }: PartyView): Form =>
  blankForm<Answers>({
    act: "",
    version: String(version),
    move: "",
    reason: "",
    parent: "",
    from: "",
    tradingModel: "",
    id: crypto.randomUUID(),
    name: "",
    role: "",
    phone: "",
    mobile: "",
    email: "",
    wechat: "",
    kind: "delivery",
    consignee: "",
    lines: "",
    conditions: "",
  });

const contactFields = ["id", "name", "role", "phone", "mobile", "email", "wechat"];
const addressFields = ["id", "kind", "consignee", "phone", "lines", "conditions"];
const moveFields = ["reason", "parent", "from", "tradingModel"];

const picked = (values: Answers, names: string[]) =>
  Object.fromEntries(names.map((name) => [name, values[name]]));

/** Does what was asked on a party's page; null when it is done. */
export async function actOnParty(astro: AstroGlobal, party: PartyView): Promise<Form | null> {
  const form = await filledForm(astro.request, partyActs(party));
  const sent = await send(asked(astro, party.code, form.values));
  if (sent.ok) return null;
  astro.response.status = sent.status;
  return refusedForm(form, sent);
}

function asked(astro: AstroGlobal, code: string, values: Answers) {
  const one = astro.locals.api.parties[":code"];
  const param = { code, id: String(values.id) };
  switch (values.act) {
    case "addContact":
      return one.contacts.$post({ param, json: asTyped(picked(values, contactFields)) });
    case "endContact":
      return one.contacts[":id"].$delete({ param });
    case "addAddress":
      return one.addresses.$post({ param, json: asTyped(picked(values, addressFields)) });
    case "removeAddress":
      return one.addresses[":id"].$delete({ param });
    default: {
      const json = { ...picked(values, moveFields), version: Number(values.version) };
      return one.moves[":move"].$post({ param: { code, move: String(values.move) }, json: asTyped(json) });
    }
  }
}
