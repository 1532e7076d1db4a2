import { z } from "zod";
import { words } from "../http";
import { say } from "../say";

export const journalNouns = [
  "order",
  "shipment",
  "statement",
  "complaint",
  "return",
  "follow_up",
  "enquiry",
  "party",
  "person",
] as const;
export type JournalNoun = (typeof journalNouns)[number];

export const EventQuery = z.object({
  noun: z.enum(journalNouns, say("请选择记录的种类。", "Choose the kind of record.")),
  record: words(80, say("请填写记录编号。", "Enter the reference of the record.")),
});
export type EventQuery = z.infer<typeof EventQuery>;
