import { type Country, countryWords } from "#schema/words/countries";
import { type PaymentTerm, paymentTermWords } from "#schema/words/receivables";
import type { Labels, Words } from "#schema/words/words";
import { parseDate, parseDecimal, parseWeight } from "../typed";

export type Read<Value> = { value: Value } | { wrong: Words };
/** Turns the text of a cell into a value, or says what is wrong with it. */
export type Rule<Value> = (text: string) => Read<Value>;

const good = <Value>(value: Value): Read<Value> => ({ value });
const bad = (zh: string, en: string): Read<never> => ({ wrong: { zh, en } });
const there =
  <Value>(rule: Rule<Value>): Rule<Value> =>
  (text) =>
    text === "" ? bad("不能为空。", "This must not be blank.") : rule(text);

/** A blank cell is no value; anything else goes by the rule. */
export const maybe =
  <Value>(rule: Rule<Value>): Rule<Value | null> =>
  (text) =>
    text === "" ? good(null) : rule(text);

/** A blank cell stands for the usual value. */
export const usually =
  <Value>(rule: Rule<Value>, usual: Value): Rule<Value> =>
  (text) =>
    text === "" ? good(usual) : rule(text);

export const words = (max: number): Rule<string> =>
  there((text) =>
    text.length > max ? bad(`不能超过 ${max} 个字。`, `Use ${max} characters at most.`) : good(text),
  );

/** A key such as codes and numbers are: one word, in capitals. */
export const code = (max: number): Rule<string> =>
  there((text) =>
    text.length > max || /\s/.test(text)
      ? bad(`“${short(text)}”不是有效的编号。`, `“${short(text)}” is not a code.`)
      : good(text.toUpperCase()),
  );

const timeOfDay = /[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/;

/** A calendar date; the time of day that databases and spreadsheets add is dropped. */
export const day: Rule<string> = there((text) => {
  const date = parseDate(text.replace(timeOfDay, ""));
  return date ? good(date) : bad(`“${short(text)}”不是有效的日期。`, `“${short(text)}” is not a date.`);
});

type Range = { least?: number; most?: number };

/** A figure as a whole number of its last place: 14.00 with two places is 1400. */
export const figure = (places: number, { least = 0, most = 1e13 }: Range = {}): Rule<number> =>
  there((text) => {
    const size = parseDecimal(text.replace(/^[-−]/, ""), places);
    if (size === null)
      return bad(`“${short(text)}”不是有效的数字。`, `“${short(text)}” is not a number that fits here.`);
    const value = /^[-−]/.test(text) ? -size : size;
    return value < least || value > most
      ? bad(`“${short(text)}”超出允许范围。`, `“${short(text)}” is out of range.`)
      : good(value);
  });

/** Thousandths of the unit, as people write quantities: 500, 500kg, 1.2吨. */
export const quantity: Rule<number> = there((text) => {
  const milli = parseWeight(text);
  return milli && milli <= 1e10
    ? good(milli)
    : bad(`“${short(text)}”不是有效的数量。`, `“${short(text)}” is not a quantity.`);
});

/** A share of one, as basis points: 0.15 is 1500. */
export const rate: Rule<number> = figure(4, { most: 10_000 });

const yes = ["1", "true", "yes", "y", "是", "√"];
const no = ["0", "false", "no", "n", "否"];
export const yesNo: Rule<boolean> = there((text) => {
  if (yes.includes(plain(text))) return good(true);
  return no.includes(plain(text)) ? good(false) : bad("请填“是”或“否”。", "Say yes or no.");
});

/** One of a list of codes, written as the code or as its words in either language. */
export const oneOf = <Code extends string>(labels: Labels<Code>): Rule<Code> =>
  there((text) => {
    const said = plain(text);
    const codes = Object.keys(labels) as Code[]; // Object.keys forgets what its keys are.
    const found = codes.find((one) =>
      [one, labels[one].zh, labels[one].en].some((word) => plain(word) === said),
    );
    return found ? good(found) : notAChoice(text);
  });

const alsoCalled: Record<string, Country> = {
  usa: "US",
  "u.s.a.": "US",
  uk: "GB",
  "u.k.": "GB",
  england: "GB",
  turkey: "TR",
  korea: "KR",
  中国大陆: "CN",
};
export const country: Rule<Country> = (text) => {
  const known = alsoCalled[plain(text)];
  return known ? good(known) : oneOf(countryWords)(text);
};

export const email: Rule<string> = there((text) =>
  /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text) && text.length <= 200
    ? good(text)
    : bad(`“${short(text)}”不是有效的邮箱。`, `“${short(text)}” is not an e-mail address.`),
);

type Terms = { term: PaymentTerm; days: number | null };

/** A payment term as its code or its words, the days in their place; bare days count from delivery. */
export const paymentTerm: Rule<Terms> = there((text) => {
  const bare = /^(\d{1,3})(天|日|days)?$/.exec(plain(text))?.[1];
  if (bare) return good({ term: "net_n", days: Number(bare) });
  for (const [term, labels] of Object.entries(paymentTermWords)) {
    for (const label of [term, labels.zh, labels.en]) {
      const days = new RegExp(`^${patternOf(label)}$`).exec(plain(text))?.slice(1).find(Boolean);
      const named = days !== undefined || plain(label) === plain(text);
      if (named) return good({ term: term as PaymentTerm, days: days ? Number(days) : null });
    }
  }
  return notAChoice(text);
});

const patternOf = (label: string) =>
  plain(label)
    .replace(/[.*+?^$()|[\]\\/]/g, "\\$&")
    .replace("{n}", "(\\d{1,3})");

const notAChoice = (text: string) =>
  bad(`“${short(text)}”不在可选范围内。`, `“${short(text)}” is not one of the choices.`);
const plain = (text: string) => text.normalize("NFKC").trim().toLowerCase();
const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
