import type { Option } from "./field";

/** Each language in itself, for whoever does not read the page's. */
export const languageOptions: Option[] = [
  { value: "zh", label: "中文" },
  { value: "en", label: "English" },
];
