const usccLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

const organisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** A unified social credit code (GB 32100-2015) whose both check characters are right. */
export function isUscc(text: string): boolean {
  if (!/^[0-9A-HJ-NP-RT-UWXY]{18}$/.test(text)) return false;
  return text[16] === organisationCheck(text.slice(8, 16)) && text[17] === usccCheck(text.slice(0, 17));
}

/** The check character of the organisation code inside, by its own standard (GB 11714), where A is 10. */
export function organisationCheck(first8: string): string {
  const sum = organisationWeights.reduce(
    (total, weight, at) => total + weight * Number.parseInt(first8[at] ?? "", 36),
    0,
  );
  const check = 11 - (sum % 11);
  return check === 10 ? "X" : String(check % 11);
}

/** The 18th character of a code whose first 17 are given. */
export function usccCheck(first17: string): string {
  const sum = usccWeights.reduce(
    (total, weight, at) => total + weight * usccLetters.indexOf(first17[at] ?? ""),
    0,
  );
  return usccLetters[(31 - (sum % 31)) % 31] ?? "";
}

// Letters count from 10 on, passing over the multiples of 11 (ISO 6346).
const containerValue = (letter: string) => {
  const plain = Number.parseInt(letter, 36);
  return plain < 10 ? plain : plain + Math.floor((plain - 1) / 10);
};

/** A container number with the right check digit; shipper-owned boxes may differ, so callers warn only. */
export const isContainerNo = (text: string) =>
  /^[A-Z]{3}[UJZ]\d{7}$/.test(text) && containerCheck(text.slice(0, 10)) === text[10];

/** The 11th character of a container number whose first ten are given. */
export function containerCheck(first10: string): string {
  const sum = [...first10].reduce((total, letter, at) => total + containerValue(letter) * 2 ** at, 0);
  return String((sum % 11) % 10);
}

export const isBic = (text: string) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);

/** What a tax number looks like: archives hold 15 and 20 digits, a sole trader's may be an identity card. */
export function taxNoKind(text: string): "uscc" | "legacy" | "personal" | null {
  if (isUscc(text)) return "uscc";
  if (/^[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])\d{5}[\dX]/.test(text)) return "personal";
  return /^(\d{15}|[0-9A-Z]{20})$/.test(text) ? "legacy" : null;
}

/**
 * A telephone number in E.164, or null when it cannot be one; a bare Chinese number gets +86, an extension
 * stays behind a dash, and a 400 number, which abroad cannot dial, stays as it is.
 */
export function phoneOf(typed: string): string | null {
  const [, number = "", extension] = /^(.*?)(?:(?:-|ext\.?|转)(\d{1,5}))?$/i.exec(squeezed(typed)) ?? [];
  const whole = e164Of(squeezed(typed).replaceAll("-", ""));
  if (whole || !extension) return whole;
  const main = e164Of(number.replaceAll("-", ""));
  return main && !mobile.test(main) ? `${main}-${extension}` : null;
}

/** As people write it: 138 0013 8000, 0573-88012345-802; a foreign number as it is. */
export function phoneShown(phone: string): string {
  const [, first, second, third] = mobile.exec(phone) ?? [];
  if (first) return `${first} ${second} ${third}`;
  return phone.replace(/^\+86(10|2\d|[3-9]\d{2})(\d{7,8})/, "0$1-$2");
}

/** For readers who need not know the number: 138****8000. */
export function phoneMasked(phone: string): string {
  const number = phone.replace(/^\+86(?=1[3-9]\d{9}$)|(?<=\d{7})-\d{1,5}$/g, "");
  return number.length > 7
    ? `${number.slice(0, number.startsWith("+") ? 4 : 3)}****${number.slice(-4)}`
    : "****";
}

/** 王小明 as 王*: the family name alone. */
export const nameMasked = (name: string) => `${[...name.trim()][0] ?? ""}*`;

const mobile = /^\+86(1[3-9]\d)(\d{4})(\d{4})$/;
const squeezed = (typed: string) =>
  typed
    .normalize("NFKC")
    .replace(/[\s().]/g, "")
    .replace(/[–—]/g, "-");

function e164Of(typed: string): string | null {
  const digits = typed.replace(/^00/, "+");
  if (/^400\d{7}$/.test(digits)) return digits.replace(/^(\d{3})(\d{3})/, "$1-$2-");
  if (/^(86)?1[3-9]\d{9}$/.test(digits)) return `+86${digits.slice(-11)}`;
  if (/^0(10|2\d)\d{8}$|^0[3-9]\d{2}\d{7,8}$/.test(digits)) return `+86${digits.slice(1)}`;
  if (digits.startsWith("+86"))
    return /^\+86(1[3-9]\d{9}|(10|2\d)\d{8}|[3-9]\d{9,10})$/.test(digits) ? digits : null;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}
