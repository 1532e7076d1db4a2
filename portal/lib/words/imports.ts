import type { Same } from "./same";

const zh = {
  title: "导入",
  file: "文件",
  rows: "行数",
  row: "行",
  column: "列",
  problem: "问题",
  check: "试运行",
  apply: "导入",
  uploadedAt: "上传时间",
};

const en: Same<typeof zh> = {
  title: "Imports",
  file: "File",
  rows: "Rows",
  row: "Row",
  column: "Column",
  problem: "Problem",
  check: "Dry run",
  apply: "Import",
  uploadedAt: "Uploaded",
};

export const imports = { zh, en };
