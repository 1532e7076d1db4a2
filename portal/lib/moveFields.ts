/** What each move of a complaint asks for, in the order of its form. */
const asked: Record<string, readonly MoveField[]> = {
  accept: ["class", "subClass", "severity", "ownerId", "reason"],
  analyse: ["text"],
  route: ["departments", "text", "dueOn"],
  investigate: ["text"],
  set_liability: ["responsible", "validity", "text"],
  appraise: ["text"],
  propose: ["outcome", "amount", "quantity", "text"],
  approve: ["text"],
  decline: ["reason"],
  reply: ["text"],
  customer_accept: ["channel", "text"],
  customer_reject: ["channel", "reason"],
  execute: ["text"],
  resolve: ["text"],
  close: ["text"],
  ask: ["text"],
  merge: ["master", "reason"],
  withdraw: ["channel", "reason"],
  reopen: ["reason"],
};

export type MoveField =
  | "class"
  | "subClass"
  | "severity"
  | "ownerId"
  | "reason"
  | "text"
  | "departments"
  | "dueOn"
  | "responsible"
  | "validity"
  | "outcome"
  | "amount"
  | "quantity"
  | "channel"
  | "master";

export const fieldsOfMove = (move: string): readonly MoveField[] | undefined => asked[move];

/** The text that a move cannot do without. */
export const needsText = (move: string) => ["route", "reply", "resolve", "ask"].includes(move);
export const needsReason = (move: string) =>
  ["decline", "customer_reject", "withdraw", "reopen"].includes(move);

export const blankMove = {
  version: "",
  reason: "",
  text: "",
  channel: "",
  class: "",
  subClass: "",
  severity: "",
  ownerId: "",
  departments: [] as string[],
  dueOn: "",
  validity: "",
  responsible: "",
  outcome: "",
  amount: "",
  quantity: "",
  master: "",
};
