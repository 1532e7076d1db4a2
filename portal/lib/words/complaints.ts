import type { Same } from "./same";

const zh = {
  title: "投诉",
  complaint: "客户投诉",
  reference: "投诉编号",
  make: "提交投诉",
  class: "类别",
  severity: "严重程度",
  receivedAt: "收到时间",
  reply: "回复",
  photos: "照片",
  whatHappened: "问题描述",
  demand: "您的要求",
};

const en: Same<typeof zh> = {
  title: "Complaints",
  complaint: "Complaint",
  reference: "Complaint no.",
  make: "Make a complaint",
  class: "Kind",
  severity: "Severity",
  receivedAt: "Received",
  reply: "Reply",
  photos: "Photos",
  whatHappened: "What happened",
  demand: "What you ask for",
};

export const complaints = { zh, en };
