import { z } from "zod";
import type { StoredFile } from "#schema/files";

export const FileView = z
  .object({
    id: z.string(),
    name: z.string(),
    mime: z.string(),
    sizeBytes: z.number().int(),
    image: z.boolean(),
  })
  .meta({ id: "File" });
export type FileView = z.infer<typeof FileView>;

/** What a page needs to offer a file; where it is kept stays ours. */
export const presentFile = ({ id, name, mime, sizeBytes }: StoredFile): FileView => ({
  id,
  name,
  mime,
  sizeBytes,
  image: shownInline.includes(mime),
});

/** Pictures that a browser may show in the page; everything else is saved. */
export const shownInline = ["image/jpeg", "image/png", "image/webp", "image/gif", "image/avif"];
