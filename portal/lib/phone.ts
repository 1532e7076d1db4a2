/** As people read it: 138 0013 8000 for a Chinese mobile, the number itself otherwise. */
export function phoneShown(phone: string | null): string | null {
  const mobile = /^\+86(1[3-9]\d)(\d{4})(\d{4})$/.exec(phone ?? "");
  return mobile ? mobile.slice(1).join(" ") : phone;
}
