import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { fileLimits, type StoredFile } from "#schema/files";
import { type Env, form, says, saysBytes } from "../http";
import { openFile, tooLarge, uploadFile } from "./files";
import { UploadFile } from "./input";
import { FileView, presentFile, shownInline } from "./output";

// The form around the file weighs a little too; the file itself is weighed by the verb.
const wholeForm = bodyLimit({
  maxSize: fileLimits.bytes + 64 * 1024,
  onError: () => {
    throw tooLarge;
  },
});

export const fileRoutes = new Hono<Env>()
  .post(
    "/",
    says("Send a file that a record will take", FileView, 201),
    wholeForm,
    form(UploadFile),
    async (c) => c.json(presentFile(await uploadFile(c.var.ctx, c.req.valid("form"))), 201),
  )
  .get("/:id", saysBytes("A file of a record in my reach", "application/octet-stream"), async (c) => {
    const { file, bytes } = await openFile(c.var.ctx, c.req.param("id"));
    return c.body(bytes as Uint8Array<ArrayBuffer>, 200, headersOf(file));
  });

/** Whatever was uploaded can neither be run nor be kept by a cache between us and the reader. */
function headersOf({ mime, name, sizeBytes }: StoredFile): Record<string, string> {
  const shown = shownInline.includes(mime) ? "inline" : "attachment";
  return {
    "content-type": mime,
    "content-length": String(sizeBytes),
    "content-disposition": `${shown}; filename*=UTF-8''${encodeURIComponent(name)}`,
    "content-security-policy": "default-src 'none'; sandbox",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
  };
}
