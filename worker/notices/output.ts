import { z } from "zod";
import type { notices } from "#schema/events";
import { iso } from "../http";

export const NoticeView = z
  .object({
    id: z.string(),
    type: z.string(), // The fact it tells of, such as statement.issued.
    noun: z.string(),
    reference: z.string(),
    at: z.string(),
    readAt: z.string().nullable(),
  })
  .meta({ id: "Notice" });
export type NoticeView = z.infer<typeof NoticeView>;

export type NoticeRow = typeof notices.$inferSelect;

export const presentNotice = ({ id, type, noun, reference, at, readAt }: NoticeRow): NoticeView => ({
  id,
  type,
  noun,
  reference,
  at: at.toISOString(),
  readAt: iso(readAt),
});
