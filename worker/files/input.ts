import { z } from "zod";
import { Id } from "../http";
import { say } from "../say";

const chooseFile = say("请选择要上传的文件。", "Choose the file to send.");

/** A multipart form: the id that the sender minted, and one file. */
export const UploadFile = z.object({ id: Id, file: z.file(chooseFile) });
export type UploadFile = z.infer<typeof UploadFile>;
