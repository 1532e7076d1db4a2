import { complaintStatusForPartners } from "#schema/words/forPartners";
import { complaintClassWords } from "#schema/words/quality";
import { complaintStatusWords } from "#schema/words/statuses";
import { businessDate } from "../calendar";
import { type Column, nameOf } from "../table";
import type { ComplaintBrief } from "./brief";

const onDay = (instant: string | null | undefined) => (instant ? businessDate(new Date(instant)) : null);

const shared: Column<ComplaintBrief>[] = [
  {
    words: { zh: "类别", en: "Kind" },
    value: (one, language) => (one.class ? complaintClassWords[one.class][language] : null),
  },
  { words: { zh: "客户编号", en: "Customer code" }, value: (one) => one.party?.code ?? null },
  {
    words: { zh: "客户", en: "Customer" },
    value: (one, language) => (one.party ? nameOf(one.party, language) : one.guestName),
  },
  { words: { zh: "产品", en: "Item" }, value: (one) => one.item },
  { words: { zh: "批号", en: "Lot" }, value: (one) => one.lotNo },
  { words: { zh: "收到日期", en: "Received on" }, value: (one) => onDay(one.receivedAt) },
  { words: { zh: "下一步期限", en: "Next due" }, value: (one) => onDay(one.next?.dueAt) },
];

const reference: Column<ComplaintBrief> = {
  words: { zh: "投诉编号", en: "Complaint no." },
  value: (one) => one.reference,
};
const status = { zh: "状态", en: "Status" };

/** A customer's file uses the customer's words for where a case stands. */
export const complaintColumns = (forStaff: boolean): Column<ComplaintBrief>[] => [
  reference,
  {
    words: status,
    value: (one, language) =>
      (forStaff ? complaintStatusWords : complaintStatusForPartners)[one.status][language],
  },
  ...shared,
  ...(forStaff
    ? [
        { words: { zh: "严重程度", en: "Severity" }, value: (one: ComplaintBrief) => one.severity },
        { words: { zh: "负责人", en: "Owner" }, value: (one: ComplaintBrief) => one.ownerName },
      ]
    : []),
];
