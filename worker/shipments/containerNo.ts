const weights = Array.from({ length: 10 }, (_, index) => 2 ** index);

/** Whether a container number carries its own check digit (ISO 6346). Shipper-owned boxes exist without one. */
export function isContainerNo(no: string): boolean {
  if (!/^[A-Z]{3}[UJZ]\d{7}$/.test(no)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * letterOrDigit(no.charAt(index)), 0);
  return (sum % 11) % 10 === Number(no.at(-1));
}

/** Letters count from 10, leaving out 11, 22 and 33. */
function letterOrDigit(sign: string): number {
  if (/\d/.test(sign)) return Number(sign);
  const place = sign.charCodeAt(0) - 65;
  return 10 + place + Math.floor((place + 9) / 10);
}
