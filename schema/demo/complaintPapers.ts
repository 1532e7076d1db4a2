import { appraisals, complaintMessages, complaintTasks } from "../complaints";
import { events, notices } from "../events";
import { aside, factOf, type Path } from "./complaintPath";
import type { Case } from "./complaints";
import { letters } from "./complaintWords";
import type { World } from "./world";

/** Messages, tasks and the appraisal sheet. */
export function putPapers(world: World, { row, at, trouble, luck }: Case) {
  const {
    press,
    cast: { staff },
  } = world;
  const say = (
    kind: "to_customer" | "from_customer" | "internal",
    body: string,
    when: Date | null,
    by: string | null,
  ) => {
    if (when)
      press.put(complaintMessages, { id: luck.id(when), complaintId: row.id, kind, body, by, at: when });
  };
  say("to_customer", letters.preliminary[row.language], at("analysing"), row.ownerId);
  say("internal", letters.note.zh, at("investigating"), staff["aftersales.visit"]);
  say("to_customer", letters.ask[row.language], at("awaiting_customer"), row.ownerId);
  const routed = at("routed");
  if (routed) {
    const doneAt = at("appraising") ?? at("liability_set");
    press.put(complaintTasks, {
      id: luck.id(routed),
      complaintId: row.id,
      department: trouble.department,
      question: letters.question.zh,
      dueAt: row.proposeBy ?? routed,
      ...(doneAt && { finding: `${trouble.cause.zh}，已整改。`, doneAt, doneBy: staff.qc }),
    });
  }
  const tested = at("appraising") && at("liability_set");
  if (tested) {
    press.put(appraisals, {
      id: luck.id(tested),
      reference: world.number("TA", null, tested),
      complaintId: row.id,
      samples: "客诉样2筒、留样1筒，密封完好",
      tests: [
        { item: "染色均匀度", method: "GB/T 6508", result: "3-4级", spec: "≥4级" },
        { item: "断裂强度", method: "GB/T 14344", result: "3.7 cN/dtex", spec: "3.8±0.3" },
      ],
      conclusion: row.validity === "valid" ? "deviates" : "conforms",
      reproduction: "复现测试完成",
      laboratory: "本公司实验室",
      testedBy: "技术部",
      at: tested,
    });
  }
}

/** A line in the inbox of whoever has to answer. */
export function putNotice({ press }: World, { row, at }: Case) {
  const when = at("awaiting_customer") ?? (row.status === "replied" ? row.repliedAt : null);
  if (!when || !row.submittedBy) return;
  const type = row.status === "replied" ? "complaint.replied" : "complaint.customer_asked";
  const { submittedBy: personId, partyId, reference } = row;
  press.put(notices, {
    id: `${type} ${row.id}`,
    personId,
    partyId,
    type,
    noun: "complaint",
    reference,
    at: when,
  });
}

/** What happened, as the case's timeline tells it. */
export function putFacts(world: World, { row, party }: Case, path: Path) {
  path.forEach(([status, at], index) => {
    const fact = index === 0 ? "submitted" : (factOf[status] ?? aside[status]?.[1]);
    const theirs =
      ["customer_accepted", "customer_rejected", "withdrawn", "reopened"].includes(status) || index === 0;
    world.press.put(events, {
      id: world.serial("event"),
      recordId: row.id,
      type: `complaint.${fact}`,
      at,
      personId: theirs ? row.submittedBy : (row.ownerId ?? world.cast.staff.aftersales),
      partyId: theirs ? (party?.id ?? null) : null,
      channel: index === 0 && row.channel !== "portal" ? row.channel : "web",
      fromStatus: path[index - 1]?.[0] ?? null,
      toStatus: status,
    });
  });
}
