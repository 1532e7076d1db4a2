import { importStatusWords } from "#schema/words/statuses";
import type { Column } from "../table";
import type { ImportBrief } from "./output";

export const importColumns: Column<ImportBrief>[] = [
  { words: { zh: "批次号", en: "Import" }, value: ({ reference }) => reference },
  { words: { zh: "类型", en: "Kind" }, value: ({ mapping }, language) => mapping[language] },
  {
    words: { zh: "状态", en: "Status" },
    value: ({ status }, language) => importStatusWords[status][language],
  },
  { words: { zh: "文件", en: "Files" }, value: ({ files }) => files.join(", ") },
  { words: { zh: "行数", en: "Rows" }, value: ({ rows }) => rows },
  { words: { zh: "问题", en: "Faults" }, value: ({ faults }) => faults },
  { words: { zh: "上传时间", en: "Uploaded" }, value: ({ at }) => at },
  { words: { zh: "上传人", en: "By" }, value: ({ by }) => by },
];
