import type { Statement } from "#schema/statements";
import type { Language } from "#schema/words/words";
import type { Letter } from "../mail";
import { formatDate, formatMoney, formatMonth } from "../wording";

type Told = Pick<Statement, "reference" | "period" | "currency" | "closingMinor" | "confirmBy">;
type Letters = Record<Language, Letter>;

const link = (publicUrl: string, { reference }: Told) => `${publicUrl}/statements/${reference}`;

export function issuedLetter(publicUrl: string, statement: Told): Letters {
  const { reference, period, currency, closingMinor, confirmBy } = statement;
  const money = (language: Language) => formatMoney(closingMinor, currency, language);
  return {
    zh: {
      subject: `对账单 ${reference}`,
      text: `您好:\n\n${formatMonth(period, "zh")}的对账单已出具,期末余额 ${money("zh")}。请在 ${confirmBy} 前确认或提出异议:\n${link(publicUrl, statement)}\n`,
    },
    en: {
      subject: `Statement ${reference}`,
      text: `Hello,\n\nYour statement for ${formatMonth(period, "en")} is ready; the closing balance is ${money("en")}. Please confirm it or dispute a line by ${formatDate(confirmBy, "en")}:\n${link(publicUrl, statement)}\n`,
    },
  };
}

export function lapsedLetter(publicUrl: string, statement: Told): Letters {
  return {
    zh: {
      subject: `对账单 ${statement.reference} 尚未确认`,
      text: `您好:\n\n${formatMonth(statement.period, "zh")}的对账单已过确认期限,仍可在此确认或提出异议:\n${link(publicUrl, statement)}\n`,
    },
    en: {
      subject: `Statement ${statement.reference} is not confirmed yet`,
      text: `Hello,\n\nThe time to confirm your statement for ${formatMonth(statement.period, "en")} has passed. You can still confirm it or dispute a line:\n${link(publicUrl, statement)}\n`,
    },
  };
}

export function confirmedLetter(publicUrl: string, statement: Told): Letters {
  const money = (language: Language) => formatMoney(statement.closingMinor, statement.currency, language);
  return {
    zh: {
      subject: `对账单 ${statement.reference} 已确认`,
      text: `您好:\n\n您已确认对账单 ${statement.reference},期末余额 ${money("zh")}。\n${link(publicUrl, statement)}\n`,
    },
    en: {
      subject: `Statement ${statement.reference} is confirmed`,
      text: `Hello,\n\nYou have confirmed statement ${statement.reference} with a closing balance of ${money("en")}.\n${link(publicUrl, statement)}\n`,
    },
  };
}
