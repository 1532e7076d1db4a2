import { z } from "zod";
import { jobStatuses } from "#schema/words/statuses";
import { PageQuery } from "../page";

export const JobQuery = PageQuery.omit({ format: true }).extend({ status: z.enum(jobStatuses).optional() });
export type JobQuery = z.infer<typeof JobQuery>;
