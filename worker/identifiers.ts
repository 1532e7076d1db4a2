const usccLetters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const usccWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** A unified social credit code with the right check character (GB 32100-2015). */
export function isUscc(text: string): boolean {
  if (!/^[0-9A-HJ-NP-RT-UWXY]{18}$/.test(text)) return false;
  return text[17] === usccCheck(text.slice(0, 17));
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
export function isContainerNo(text: string): boolean {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(text)) return false;
  const sum = [...text.slice(0, 10)].reduce(
    (total, letter, at) => total + containerValue(letter) * 2 ** at,
    0,
  );
  return (sum % 11) % 10 === Number(text[10]);
}

export const isBic = (text: string) => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);

/** A telephone number in E.164, or null when it cannot be one; a bare Chinese mobile gets +86. */
export function phoneOf(typed: string): string | null {
  const digits = typed
    .normalize("NFKC")
    .replace(/[\s().-]/g, "")
    .replace(/^00/, "+");
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`;
  if (/^0[1-9]\d{8,10}$/.test(digits)) return `+86${digits.slice(1)}`;
  return /^\+[1-9]\d{6,14}$/.test(digits) ? digits : null;
}

/** As people write it: 138 0013 8000 for a Chinese mobile, the number itself otherwise. */
export function phoneShown(e164: string): string {
  const mobile = /^\+86(1[3-9]\d)(\d{4})(\d{4})$/.exec(e164);
  return mobile ? mobile.slice(1).join(" ") : e164;
}

/** For readers who need not know the number: 138****8000. */
export const phoneMasked = (e164: string) => e164.replace(/^(\+86)?(\d{3})\d+(\d{4})$/, "$2****$3");
