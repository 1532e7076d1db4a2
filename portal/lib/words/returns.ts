import type { Same } from "./same";

const zh = {
  title: "退货",
  return: "退货申请",
  reference: "退货单号",
  request: "申请退货",
  reason: "原因",
  requested: "申请数量",
  approved: "批准数量",
  received: "收到数量",
  accepted: "接收数量",
  disposition: "处置",
  credit: "冲账金额",
};

const en: Same<typeof zh> = {
  title: "Returns",
  return: "Return request",
  reference: "Return no.",
  request: "Request a return",
  reason: "Reason",
  requested: "Requested",
  approved: "Approved",
  received: "Received",
  accepted: "Accepted",
  disposition: "Disposition",
  credit: "Credit",
};

export const returns = { zh, en };
