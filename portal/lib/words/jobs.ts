import type { Same } from "./same";

const zh = {
  title: "后台任务",
  lead: "邮件发送与定时任务;失败的会自动重试,放弃的可在此重新开始",
  kind: "种类",
  kinds: {
    mail: "发送邮件",
    reset: "重设密码邮件",
    "complaint.clock": "投诉时限提醒",
    "complaint.silence": "等待客户答复期限",
    "complaint.received": "投诉受理回执",
    "statements.run": "生成月度对账单",
    "statements.deadline": "对账确认期限",
    "shipments.receipt": "默认签收",
    "imports.finish": "完成导入",
    "return.expire": "退货批准到期",
    "files.forget": "清理未使用的文件",
  },
  other: "其他任务",
  status: "状态",
  to: "收件人",
  due: "应执行时间",
  attempts: "次数",
  error: "最近的错误",
  retry: "重新开始",
  retried: "任务已重新开始。",
};

const en: Same<typeof zh> = {
  title: "Background jobs",
  lead: "Mails and work on a timer. What fails is tried again by itself; what was given up can be started here",
  kind: "Kind",
  kinds: {
    mail: "Send a mail",
    reset: "Password reset letter",
    "complaint.clock": "Complaint deadline",
    "complaint.silence": "Waiting for a customer's answer",
    "complaint.received": "Complaint received",
    "statements.run": "Monthly statements",
    "statements.deadline": "Statement deadline",
    "shipments.receipt": "Receipt by lapse of time",
    "imports.finish": "Finish an import",
    "return.expire": "Return approval runs out",
    "files.forget": "Remove an unused file",
  },
  other: "Other work",
  status: "Status",
  to: "To",
  due: "Due",
  attempts: "Attempts",
  error: "Last error",
  retry: "Start again",
  retried: "The job was started again.",
};

export const jobs = { zh, en };
