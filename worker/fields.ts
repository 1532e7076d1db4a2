import { z } from "zod";
import { say } from "./say";
import { parseDecimal, parseWeight } from "./typed";

const typed = z.union([z.number(), z.string().max(40)]);
const blank = (said: number | string | null | undefined) => said == null || String(said).trim() === "";

/** Far beyond any trade of ours, and small enough that no sum over a paper leaves the exact numbers. */
const most = { quantity: 10_000_000_000, price: 1_000_000_000, whole: 10_000_000 } as const;

type Figure = { parse: (text: string) => number | null; most?: number; message: string };
const whole = ({ most, message }: Figure) =>
  z.int({ error: message }).max(most ?? Number.MAX_SAFE_INTEGER, tooMuch);
const tooMuch = say("数字过大，请核对。", "This figure is too large. Check it.");

/** A figure as people and forms send it, read by `parse`; what cannot be read is refused with the message. */
const figure = (said: Figure) =>
  typed.transform((text) => said.parse(String(text)) ?? Number.NaN).pipe(whole(said));

const maybeFigure = (said: Figure) =>
  typed
    .nullish()
    .transform((text) => (blank(text) ? null : (said.parse(String(text)) ?? Number.NaN)))
    .pipe(whole(said).nullable());

const aQuantity = say("请填写数量，例如 1.2吨 或 500公斤。", "Enter a quantity such as 500 kg or 1.2 t.");
const aPrice = say("请填写单价，例如 9.05。", "Enter a price such as 9.05.");
const aNumber = say("请填写整数。", "Enter a whole number.");

const quantity = { parse: parseWeight, most: most.quantity, message: aQuantity };
const price = { parse: (text: string) => parseDecimal(text, 4), most: most.price, message: aPrice };

/** Thousandths of the unit: "500", "500kg", "1.2吨". */
export const Quantity = figure(quantity);
export const maybeQuantity = maybeFigure(quantity);
/** Ten-thousandths of the currency unit: "9.05". */
export const UnitPrice = figure(price);
export const maybeUnitPrice = maybeFigure(price);
export const maybeWhole = maybeFigure({
  parse: (text) => parseDecimal(text, 0),
  most: most.whole,
  message: aNumber,
});
/** Tenths of a percent: "65.5". */
export const Percent = figure({
  parse: (text) => parseDecimal(text, 1),
  message: say("请填写百分比，例如 65.5。", "Enter a percentage such as 65.5."),
});
