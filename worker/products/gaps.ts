import type { ProductRevision } from "#schema/products";
import type { Visibility } from "#schema/words/trade";
import type { Words } from "#schema/words/words";

type Gaps = Record<string, Words>;
type Text = "name" | "description" | "usage" | "packing";

const texts: Record<Text, Words> = {
  name: { zh: "名称", en: "name" },
  description: { zh: "说明", en: "description" },
  usage: { zh: "使用说明", en: "instructions for use" },
  packing: { zh: "包装", en: "packing" },
};

const reachesExport: Visibility[] = ["public", "registered", "export"];
const reachesDomestic: Visibility[] = ["public", "registered", "domestic"];

/** What a wording still lacks before those may see it; by field, for the editor. */
export function gapsOf(wording: ProductRevision, visibility: Visibility): Gaps {
  return {
    ...(reachesDomestic.includes(visibility) ? missingZh(wording) : {}),
    ...(reachesExport.includes(visibility) ? missingEn(wording) : {}),
    ...wrongSum(wording),
  };
}

/** The gaps in one sentence, for the reason of a blocked move. */
export function gapWords(gaps: Gaps): Words | null {
  const words = Object.values(gaps);
  if (words.length === 0) return null;
  return { zh: words.map(({ zh }) => zh).join(""), en: words.map(({ en }) => en).join(" ") };
}

function missingZh({ nameZh }: ProductRevision): Gaps {
  return nameZh ? {} : { nameZh: { zh: "缺少中文名称。", en: "The Chinese name is missing." } };
}

/** What is said in Chinese must be said in English too: no page mixes the two. */
function missingEn(wording: ProductRevision): Gaps {
  const gaps = Object.entries(texts).filter(([text]) => {
    const [zh, en] = inBoth(wording, text as Text); // Object.entries forgets its keys.
    return !en && (zh || text === "name");
  });
  return Object.fromEntries(
    gaps.map(([text, words]) => [
      `${text}En`,
      { zh: `缺少英文${words.zh}。`, en: `The English ${words.en} is missing.` },
    ]),
  );
}

function inBoth(wording: ProductRevision, text: Text): [string | null, string | null] {
  return [wording[`${text}Zh`], wording[`${text}En`]];
}

function wrongSum({ composition }: ProductRevision): Gaps {
  const sum = composition.reduce((total, { pct10 }) => total + pct10, 0);
  if (sum === 1000) return {};
  const is = (sum / 10).toFixed(1);
  return {
    composition: {
      zh: `成分合计为 ${is}%,应为 100.0%。`,
      en: `The composition adds up to ${is} %, not 100.0 %.`,
    },
  };
}
