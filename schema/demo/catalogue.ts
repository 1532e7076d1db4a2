import { dtexTenthsOf, modelOf, referenceOf } from "#worker/products/model";
import { searchWordsOf } from "#worker/products/searchWords";
import { productFamilies, productRevisions, products } from "../products";
import type { CatalogueStatus } from "../words/paperStatuses";
import { type Category, categoryWords, lustreWords } from "../words/products";
import type { Visibility } from "../words/trade";
import { addMonths, clock, monthOf } from "./days";
import type { Demo } from "./demo";
import { families, type Spec, specs } from "./specs";
import { putSkus, type Ware } from "./wares";

type Text = { productId: string; text: string };
export type Catalogue = { wares: Ware[]; raw: Ware[]; dyed: Ware[]; abroad: Ware[]; search: Text[] };

const hsCodes: Partial<Record<Category, string>> = {
  poy: "540246",
  fdy: "540247",
  dty: "540233",
  covered_yarn: "540262",
};

/** Families, products with their revisions and SKUs; what the search finds of them comes back as text. */
export function putCatalogue(demo: Demo): Catalogue {
  const at = clock(demo.since, 9);
  families.forEach(({ code, zh, en }, position) => {
    demo.press.put(productFamilies, { id: code, code, nameZh: zh, nameEn: en, position, source: "staff" });
  });
  const listed = specs.slice(0, demo.scale.specs).map((spec, index) => putProduct(demo, spec, index, at));
  const wares = listed.flatMap((product) => (product.onShow ? product.wares : []));
  const raw = wares.filter(({ spec, markup }) => spec.colourMode === "raw_white" && markup >= 0);
  const dyed = wares.filter(({ spec }) => spec.colourMode === "dope_dyed" || spec.family === "SPECIAL");
  return { wares, raw, dyed, abroad: [...raw, ...dyed], search: listed.flatMap(({ text }) => text) };
}

/** Mostly on show to all; a few in the making, for one market only or gone. */
function standingOf(index: number): { status: CatalogueStatus; visibility: Visibility } {
  const status =
    index === 13 || index === 25
      ? "draft"
      : index === 30
        ? "in_review"
        : index === 35
          ? "withdrawn"
          : "published";
  const visibility =
    index === 12 ? "registered" : index === 20 ? "export" : index === 22 ? "domestic" : "public";
  return { status, visibility };
}

function putProduct(demo: Demo, spec: Spec, index: number, at: Date) {
  const { status, visibility } = standingOf(index);
  const luck = demo.chance(`product ${index}`);
  const id = luck.id(at);
  const model = spec.extra
    ? `${modelOf({ ...spec, plies: 1 })} ${spec.extra.en}`
    : modelOf({ ...spec, plies: 1 });
  const onShow = status === "published";
  const second = addMonths(monthOf(demo.today), -7);
  const renewed = onShow && index % 6 === 1 && second > demo.firstMonth;
  const revisions = [{ id: luck.id(at), from: "0000-00-00" }];
  if (renewed) revisions.push({ id: luck.id(at), from: `${second}-06` });
  const last = revisions.at(-1)?.id ?? null;
  demo.press.put(products, {
    id,
    reference: referenceOf(model, id),
    familyId: spec.family,
    status,
    visibility,
    liveRevisionId: onShow ? last : null,
    draftRevisionId: ["draft", "in_review"].includes(status) ? last : null,
    publishedAt: onShow || status === "withdrawn" ? at : null,
    withdrawnAt: status === "withdrawn" ? clock(`${demo.lastMonth}-10`, 10) : null,
    source: "staff",
    createdAt: at,
  });
  const words = wordsOf(spec, model);
  revisions.forEach((revision, step) => {
    const publishedAt = step === 0 ? at : clock(revision.from, 9);
    demo.press.put(productRevisions, {
      ...words.row,
      id: revision.id,
      productId: id,
      number: step + 1,
      createdAt: publishedAt,
      usageZh: step === 0 ? words.row.usageZh : `${words.row.usageZh}开箱后请在三十天内用完。`,
      publishedAt: onShow || status === "withdrawn" ? publishedAt : null,
    });
  });
  const sold = putSkus(demo, { id, spec, model, revisions, ...words });
  const family = families.find(({ code }) => code === spec.family);
  const named = { nameZh: family?.zh ?? "", nameEn: family?.en ?? "" };
  // Only what is on show can be found.
  const text = onShow
    ? [
        {
          productId: id,
          text: searchWordsOf(
            words.row,
            named,
            sold.map(({ row }) => row),
          ),
        },
      ]
    : [];
  return { onShow, wares: sold.map(({ ware }) => ware), text };
}

function wordsOf(spec: Spec, model: string) {
  const { denier, filaments, category, extra, lustre } = spec;
  const kind = {
    zh: spec.fibre === "nylon" ? "锦纶弹力丝" : (categoryWords[category].zh.split(" ")[0] ?? ""),
    en:
      category === "covered_yarn"
        ? "Air-covered yarn"
        : `${spec.fibre === "nylon" ? "Nylon" : "Polyester"} ${category.toUpperCase()}`,
  };
  const colour =
    spec.colourMode === "dope_dyed" ? { zh: "有色", en: "dope dyed" } : { zh: "本白", en: "raw white" };
  const itemZh = `${extra?.zh ?? ""}${kind.zh} ${denier}D/${filaments}F ${lustreWords[lustre].zh}${spec.intermingling ? ` ${spec.intermingling.toUpperCase()}` : ""}`;
  const itemEn = `${extra ? `${extra.en} ` : ""}${kind.en} ${denier}D/${filaments}F ${lustreWords[lustre].en.toLowerCase()}, ${colour.en}`;
  const share =
    extra && extra.pct10 < 1000
      ? [
          { fibre: "nylon" as const, pct10: 1000 - extra.pct10 },
          { fibre: extra.fibre, pct10: extra.pct10 },
        ]
      : [{ fibre: spec.fibre, pct10: 1000 }];
  const fine = denier <= 75;
  return {
    itemZh,
    itemEn,
    row: {
      model,
      nameZh: itemZh,
      nameEn: itemEn,
      category,
      composition: share,
      denier,
      filaments,
      plies: 1,
      dtexTenths: dtexTenthsOf(denier),
      lustre,
      crossSection: spec.crossSection,
      colourMode: spec.colourMode,
      intermingling: spec.intermingling,
      aliases: [`${denier}/${filaments}${kind.zh}`, `${denier}D-${filaments}F`],
      descriptionZh: `${colour.zh}${kind.zh}，条干均匀，退绕顺畅，适合${fine ? "针织与经编" : "机织与圆机"}。色泽以实物色卡为准。`,
      descriptionEn: `${colour.en} ${kind.en}, even and easy to unwind, for ${fine ? "knitting and warp knitting" : "weaving and circular knitting"}. The physical colour card prevails.`,
      usageZh: "同一布面请用同一批号，先进先出，不同批号不可混用。",
      usageEn: "Use one lot for one fabric, the oldest first; never mix lots.",
      technical: [
        {
          name: "tenacity",
          target: fine ? "4.0" : "3.8",
          tolerance: "±0.3",
          unit: "cN/dtex",
          method: "GB/T 14344",
        },
        { name: "elongation", target: "22", tolerance: "±3", unit: "%", method: "GB/T 14344" },
        { name: "oil_content", target: "2.5", tolerance: "±0.5", unit: "%", method: "GB/T 6504" },
      ],
      packingZh: "纸管，每箱6筒，净重约30公斤",
      packingEn: "Paper tube, 6 cones a carton, about 30 kg net",
      hsCode: hsCodes[category] ?? "540233",
      moqMilli: spec.colourMode === "dope_dyed" ? 1_000_000 : 30_000,
      certificates: [{ name: "OEKO-TEX 100", number: "DEMO-OT-0001", expiresOn: "2028-12-31" }],
    },
  };
}
