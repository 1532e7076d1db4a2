import type { Locator, Page } from "playwright-core";

/** Fills fields by their names, whatever they are: text, a list, a choice, or files. */
export async function fill(form: Page | Locator, said: Record<string, string | Upload>) {
  for (const [name, value] of Object.entries(said)) {
    const field = form.locator(`:is(input, textarea)[name="${name}"]:not([type=hidden])`);
    const list = form.locator(`select[name="${name}"]`);
    if (typeof value !== "string")
      await form.locator(`input[type=file][name="${name}"]`).setInputFiles(value);
    else if (await list.count()) await list.selectOption(value);
    else if (await field.and(form.locator(`[value="${value}"]:is([type=radio], [type=checkbox])`)).count())
      await field.and(form.locator(`[value="${value}"]`)).check();
    else await field.first().fill(value);
  }
}

type Upload = { name: string; mimeType: string; buffer: Buffer };

/** A photo as a phone would send it: the smallest true PNG. */
export const photo = (name = "label.png"): Upload => ({
  name,
  mimeType: "image/png",
  buffer: Buffer.from(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=",
    "base64",
  ),
});

/** Something that only says it is a photo. */
export const noPhoto = (): Upload => ({
  name: "label.png",
  mimeType: "image/png",
  buffer: Buffer.from("MZ this is a program, not a photo"),
});
