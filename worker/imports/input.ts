import { z } from "zod";
import { importStatuses } from "#schema/words/statuses";
import { expectedVersion, Id } from "../http";
import { PageQuery } from "../page";
import { say } from "../say";

export const ImportQuery = PageQuery.extend({ status: z.enum(importStatuses).optional() });
export type ImportQuery = z.infer<typeof ImportQuery>;

const chooseFiles = say("请选择要导入的文件。", "Choose the files to import.");
const oneFile = z.file(chooseFiles);

/** A multipart form: the id that the sender minted, and the files; which mapping fits is found out. */
export const UploadImport = z.object({
  id: Id,
  mapping: z
    .string()
    .max(40)
    .optional()
    .transform((name) => name || null),
  files: z
    .union([oneFile, z.array(oneFile)], { error: chooseFiles })
    .transform((files) => (Array.isArray(files) ? files : [files])),
});
export type UploadImport = z.infer<typeof UploadImport>;

export const MoveImport = z.strictObject({ version: expectedVersion });
export type MoveImport = z.infer<typeof MoveImport>;
