import type { Same } from "./same";

const zh = {
  title: "产品目录",
  model: "型号",
  composition: "用材(成分)",
  colour: "色号",
  price: "单价",
  priceOnRequest: "询价",
  moq: "起订量",
  leadTime: "交期",
  colourNote: "以实物色卡为准",
};

const en: Same<typeof zh> = {
  title: "Catalogue",
  model: "Model",
  composition: "Composition",
  colour: "Colour",
  price: "Price",
  priceOnRequest: "Price on request",
  moq: "Minimum order quantity",
  leadTime: "Lead time",
  colourNote: "The physical colour card prevails",
};

export const catalogue = { zh, en };
