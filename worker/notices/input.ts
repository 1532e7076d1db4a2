import { z } from "zod";
import { PageQuery } from "../page";

export const NoticeQuery = PageQuery.omit({ format: true }).extend({ unread: z.enum(["true"]).optional() });
export type NoticeQuery = z.infer<typeof NoticeQuery>;
