import { z } from "zod";
import { say } from "./say";
import { parseDecimal, parseWeight } from "./typed";

const typed = z.union([z.number(), z.string().max(40)]);
const blank = (said: number | string | null | undefined) => said == null || String(said).trim() === "";

/** A figure as people and forms send it, read by `parse`; what cannot be read is refused with the message. */
const figure = (parse: (text: string) => number | null, message: string) =>
  typed.transform((said) => parse(String(said)) ?? Number.NaN).pipe(z.int({ error: message }));

const maybeFigure = (parse: (text: string) => number | null, message: string) =>
  typed
    .nullish()
    .transform((said) => (blank(said) ? null : (parse(String(said)) ?? Number.NaN)))
    .pipe(z.int({ error: message }).nullable());

const aQuantity = say("请填写数量，例如 1.2吨 或 500公斤。", "Enter a quantity such as 500 kg or 1.2 t.");
const aPrice = say("请填写单价，例如 9.05。", "Enter a price such as 9.05.");
const aNumber = say("请填写整数。", "Enter a whole number.");

/** Thousandths of the unit: "500", "500kg", "1.2吨". */
export const Quantity = figure(parseWeight, aQuantity);
export const maybeQuantity = maybeFigure(parseWeight, aQuantity);
/** Ten-thousandths of the currency unit: "9.05". */
export const UnitPrice = figure((text) => parseDecimal(text, 4), aPrice);
export const maybeUnitPrice = maybeFigure((text) => parseDecimal(text, 4), aPrice);
export const maybeWhole = maybeFigure((text) => parseDecimal(text, 0), aNumber);
/** Tenths of a percent: "65.5". */
export const Percent = figure(
  (text) => parseDecimal(text, 1),
  say("请填写百分比，例如 65.5。", "Enter a percentage such as 65.5."),
);
