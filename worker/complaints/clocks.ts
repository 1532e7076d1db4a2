import type { Complaint } from "#schema/complaints";
import type { Severity } from "#schema/words/quality";
import { addBusinessHours, businessDate, businessHoursBetween, isWorkday, startOf } from "../calendar";

export const clockNames = ["acknowledge", "preliminary", "propose", "close"] as const;
export type Clock = (typeof clockNames)[number];

const workday = 8;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Business hours from the receipt; a laboratory needs longer. */
const allowed: Record<
  Severity,
  { acknowledge: number; preliminary: number; propose: number; laboratory: number }
> = {
  S1: { acknowledge: 1, preliminary: 0, propose: 3 * workday, laboratory: 7 * workday },
  S2: { acknowledge: 2, preliminary: workday, propose: 3 * workday, laboratory: 7 * workday },
  S3: { acknowledge: 4, preliminary: 2 * workday, propose: 7 * workday, laboratory: 7 * workday },
};
const closeDays = { domestic: 13, export: 16 } as const;
const dutyHours = 2;

/** On a holiday a critical case rings the duty phone. */
export function acknowledgeBy(severity: Severity, receivedAt: Date): Date {
  const onDuty = severity === "S1" && !isWorkday(businessDate(receivedAt));
  if (onDuty) return new Date(receivedAt.getTime() + dutyHours * hourMs);
  return addBusinessHours(receivedAt, allowed[severity].acknowledge);
}

export type Running = Pick<Complaint, "preliminaryBy" | "proposeBy" | "closeBy">;

export function clocksOf(severity: Severity, from: Date, market: "domestic" | "export"): Running {
  const { preliminary, propose } = allowed[severity];
  const aDay = new Date(from.getTime() + dayMs);
  return {
    preliminaryBy: severity === "S1" ? aDay : addBusinessHours(from, preliminary),
    proposeBy: addBusinessHours(from, propose),
    closeBy: new Date(from.getTime() + closeDays[market] * dayMs),
  };
}

export const proposeAfterLaboratory = (severity: Severity, receivedAt: Date) =>
  addBusinessHours(receivedAt, allowed[severity].laboratory);

/** The clocks go on after waiting for the customer: what was left then is left now. */
export function resumed(complaint: Complaint, now: Date): Partial<Running> {
  const { waitingSince, preliminaryBy, preliminaryAt, proposeBy, closeBy, severity } = complaint;
  if (!waitingSince) return {};
  const waitedMs = now.getTime() - waitingSince.getTime();
  const byClock = (due: Date | null) =>
    due && (due > waitingSince ? new Date(due.getTime() + waitedMs) : due);
  const byOffice = (due: Date | null) =>
    due && (due > waitingSince ? addBusinessHours(now, businessHoursBetween(waitingSince, due)) : due);
  return {
    preliminaryBy: preliminaryAt ? preliminaryBy : (severity === "S1" ? byClock : byOffice)(preliminaryBy),
    proposeBy: byOffice(proposeBy),
    closeBy: byClock(closeBy),
  };
}

/** When the office closes on that day. */
export const officeEnd = (day: string) => new Date(startOf(day).getTime() + 17.5 * hourMs);

/** When each clock runs out, and when it was met. */
export function clockTimes(complaint: Complaint): Record<Clock, { due: Date | null; met: Date | null }> {
  const { acknowledgeBy, acknowledgedAt, preliminaryBy, preliminaryAt, proposeBy, repliedAt } = complaint;
  return {
    acknowledge: { due: acknowledgeBy, met: acknowledgedAt },
    preliminary: { due: preliminaryBy, met: preliminaryAt },
    propose: { due: proposeBy, met: repliedAt },
    close: { due: complaint.closeBy, met: complaint.closedAt },
  };
}
