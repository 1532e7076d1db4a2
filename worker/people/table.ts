import { personStatusWords } from "#schema/words/statuses";
import { partnerRoleWords, staffRoleWords } from "#schema/words/trade";
import { type Column, nameOf } from "../table";
import type { PersonRow } from "./output";

const roleWords: Record<string, { zh: string; en: string }> = { ...staffRoleWords, ...partnerRoleWords };

export const peopleColumns: Column<PersonRow>[] = [
  { words: { zh: "姓名", en: "Name" }, value: ({ name }) => name },
  { words: { zh: "电子邮箱", en: "E-mail" }, value: ({ email }) => email },
  { words: { zh: "单位", en: "Party" }, value: ({ party }, language) => nameOf(party, language) },
  {
    words: { zh: "角色", en: "Roles" },
    value: ({ roles }, language) => roles.map((role) => roleWords[role]?.[language] ?? role).join(", "),
  },
  {
    words: { zh: "状态", en: "Status" },
    value: ({ status }, language) => personStatusWords[status][language],
  },
  { words: { zh: "自", en: "Since" }, value: ({ since }) => since },
];
