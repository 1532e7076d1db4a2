import { followUpKindWords } from "#schema/words/quality";
import { followUpStatusWords } from "#schema/words/statuses";
import { type Column, nameOf } from "../table";
import type { FollowUpBrief } from "./output";

export const followUpColumns: Column<FollowUpBrief>[] = [
  { words: { zh: "回访编号", en: "Follow-up no." }, value: (one) => one.reference },
  { words: { zh: "类型", en: "Kind" }, value: (one, language) => followUpKindWords[one.kind][language] },
  {
    words: { zh: "状态", en: "Status" },
    value: (one, language) => followUpStatusWords[one.status][language],
  },
  { words: { zh: "客户编号", en: "Customer code" }, value: (one) => one.party?.code ?? null },
  {
    words: { zh: "客户", en: "Customer" },
    value: (one, language) => (one.party ? nameOf(one.party, language) : one.guestName),
  },
  { words: { zh: "投诉编号", en: "Complaint no." }, value: (one) => one.complaint },
  { words: { zh: "应回访日期", en: "Due on" }, value: (one) => one.dueOn },
  { words: { zh: "次数", en: "Attempts" }, value: (one) => one.attempts },
  { words: { zh: "总体评分", en: "Overall score" }, value: (one) => one.overall },
];
