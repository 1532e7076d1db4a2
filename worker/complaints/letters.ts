import type { Complaint } from "#schema/complaints";
import type { Language, Words } from "#schema/words/words";
import { formatMoment } from "../wording";
import { answerDays } from "./guards";

/** Short and polite, in both languages; whoever reads gets their own. */
const inBoth = (write: (language: Language) => string): Words => ({ zh: write("zh"), en: write("en") });
const at = (moment: Date | null, language: Language) => (moment ? formatMoment(moment, language) : "");

export const received = ({ reference, acknowledgeBy }: Complaint) =>
  inBoth((language) =>
    language === "zh"
      ? `您好，我们已收到您的投诉，编号 ${reference}。我们将在 ${at(acknowledgeBy, language)} 前受理并告知负责人。`
      : `We have received your complaint ${reference}. We will take it up and name who is in charge by ${at(acknowledgeBy, language)}.`,
  );

export const accepted = (reference: string, owner: string, preliminaryBy: Date | null) =>
  inBoth((language) =>
    language === "zh"
      ? `您好，您的投诉已受理，编号 ${reference}，由 ${owner} 负责，我们将在 ${at(preliminaryBy, language)} 前给您初步答复。请暂停使用该批产品并保留样品及标签。`
      : `Your complaint ${reference} has been accepted. ${owner} is in charge and will give you a preliminary reply by ${at(preliminaryBy, language)}. Please stop using this lot and keep samples and labels.`,
  );

export const needed = (items: string): Words => ({
  zh: `为尽快查明原因，请补充：${items}`,
  en: `To find the cause quickly, please send: ${items}`,
});

export const replied = (reference: string, reply: string): Words => ({
  zh: `关于 ${reference}：${reply}\n如有不同意见请在 ${answerDays} 天内告知。`,
  en: `Regarding ${reference}: ${reply}\nPlease let us know within ${answerDays} days if you do not agree.`,
});

export const written = (body: string): Words => ({ zh: body, en: body });

export const closed = (reference: string): Words => ({
  zh: `${reference} 已处理完毕，感谢您的监督，请对我们的处理进行评价。`,
  en: `${reference} has been completed. Thank you; please rate our handling.`,
});

export const stillWaiting = (reference: string): Words => ({
  zh: `${reference} 仍在等待您补充资料。如不再需要处理，也请告诉我们。`,
  en: `${reference} is still waiting for what we asked you. If you no longer need us to go on, please tell us too.`,
});

export const closedUnanswered = (reference: string): Words => ({
  zh: `我们没有收到 ${reference} 所需的资料，暂时结案。30 天内您可以随时重新打开。`,
  en: `We did not receive what we asked for ${reference} and have closed it for now. You may reopen it within 30 days.`,
});
