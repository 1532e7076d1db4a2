import { countryWords } from "#schema/words/countries";
import { enquiryStatusWords } from "#schema/words/statuses";
import { type Column, nameOf } from "../table";
import { formatMoment } from "../wording";
import type { EnquiryBrief } from "./output";

const named = Object.entries(countryWords);

export const enquiryColumns: Column<EnquiryBrief>[] = [
  { words: { zh: "询盘号", en: "Enquiry" }, value: (enquiry) => enquiry.reference },
  {
    words: { zh: "状态", en: "Status" },
    value: (enquiry, language) => enquiryStatusWords[enquiry.status][language],
  },
  {
    words: { zh: "收到时间", en: "Received" },
    value: ({ receivedAt }, language) => formatMoment(new Date(receivedAt), language),
  },
  {
    words: { zh: "往来单位", en: "Party" },
    value: ({ party }, language) => party && nameOf(party, language),
  },
  { words: { zh: "公司", en: "Company" }, value: (enquiry) => enquiry.company },
  { words: { zh: "联系人", en: "Person" }, value: (enquiry) => enquiry.name },
  {
    words: { zh: "国家", en: "Country" },
    value: ({ country }, language) => named.find(([code]) => code === country)?.[1][language] ?? country,
  },
  { words: { zh: "产品", en: "Product" }, value: (enquiry) => enquiry.product },
  { words: { zh: "负责人", en: "Assigned to" }, value: (enquiry) => enquiry.assignedTo },
];
