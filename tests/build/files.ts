/** The smallest honest picture: one pixel, whole. */
const pixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const aPhoto = () => Uint8Array.from(atob(pixel), (sign) => sign.charCodeAt(0));

type Upload = { id?: string; name?: string; bytes?: Uint8Array };

/** The form that sends one file, with the id it was sent under. */
export function anUpload({ id = crypto.randomUUID(), name = "photo.png", bytes = aPhoto() }: Upload = {}) {
  const form = new FormData();
  form.set("id", id);
  form.set("file", new File([bytes as Uint8Array<ArrayBuffer>], name));
  return { id, form };
}
