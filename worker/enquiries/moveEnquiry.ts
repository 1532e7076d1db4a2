import { and, eq } from "drizzle-orm";
import { type Enquiry, enquiries } from "#schema/enquiries";
import type { Words } from "#schema/words/words";
import type { Ctx } from "../context";
import { sameVersion } from "../http";
import { mailStep } from "../mail";
import { allow, Refusal } from "../refusal";
import { signedIn } from "../session/session";
import { event, mustHaveChanged, write } from "../write";
import { findEnquiry } from "./enquiries";
import type { MoveEnquiry } from "./input";
import { facts, type Move, statusAfter } from "./lifecycle";
import { mayMove } from "./policy";

/** Takes, answers or marks an enquiry; an answer leaves by mail with the fact. */
export async function moveEnquiry(
  ctx: Ctx,
  reference: string,
  { move, input }: { move: Move; input: MoveEnquiry },
) {
  const { personId } = signedIn(ctx);
  const { enquiry } = (await findEnquiry(ctx, reference)).row;
  allow(mayMove(ctx.actor));
  sameVersion(enquiry, input.version);
  const status = statusAfter(enquiry.status, move);
  const change = changeOf(ctx, move, input);
  await write(ctx, [
    ctx.db
      .update(enquiries)
      .set({ status, ...change, assignedTo: enquiry.assignedTo ?? personId, version: enquiry.version + 1 })
      .where(and(eq(enquiries.id, enquiry.id), eq(enquiries.version, enquiry.version))),
    mustHaveChanged(ctx),
    ...(change.answer ? letter(ctx, enquiry, change.answer) : []),
    event(ctx, {
      recordId: enquiry.id,
      type: `enquiry.${facts[move]}`,
      from: enquiry.status,
      to: status,
      reason: input.reason,
      forCustomer: move === "answer",
    }),
  ]);
}

/** What a move writes down besides the status; each asks for the words it needs. */
function changeOf(ctx: Ctx, move: Move, { answer, reason }: MoveEnquiry) {
  if (move === "take") return { assignedTo: signedIn(ctx).personId };
  if (move === "answer") {
    return {
      answer: given(answer, "answer", { zh: "请填写答复。", en: "Enter the answer." }),
      answeredAt: ctx.now,
    };
  }
  if (move === "lose") {
    return {
      lostReason: given(reason, "reason", { zh: "请填写未成交的原因。", en: "Enter why it was lost." }),
    };
  }
  return {};
}

function given(said: string | null, field: string, words: Words): string {
  if (said) return said;
  throw new Refusal("invalid", words, { [field]: words });
}

function letter(ctx: Ctx, { id, reference, name, email, language, body }: Enquiry, answer: string) {
  if (!email) return [];
  return [
    mailStep(
      ctx,
      `enquiry answer ${id}`,
      { email, language },
      {
        zh: {
          subject: `关于您的询价 ${reference}`,
          text: `${name},您好：\n\n${answer}\n\n您的询价：\n${body}\n`,
        },
        en: {
          subject: `Your enquiry ${reference}`,
          text: `Dear ${name},\n\n${answer}\n\nYou wrote:\n${body}\n`,
        },
      },
    ),
  ];
}
