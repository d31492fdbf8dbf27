import type { OperationState } from "#generated/prisma/enums.ts";
import {
  addDays,
  eachDay,
  operationalDayOf,
  type DateRange,
  type DayRule,
  type LocalDate,
} from "#lib/period.ts";

/** What of a deployment decides which days it reports. */
export type Reporting = {
  returnsFrom: LocalDate | null;
  returnsTo: LocalDate | null;
  endsOn: LocalDate | null;
  dayStartsAt: string;
  timeZone: string;
};

const OPEN_END: LocalDate = "2199-12-31";

/** When a day begins at this point. */
export function dayRuleOf(deployment: Reporting): DayRule {
  return { zone: deployment.timeZone, startsAt: deployment.dayStartsAt };
}

/** Days on which a return is expected, or null where none is (the archive, points that do not report). */
export function expectedDaysOf(deployment: Reporting): DateRange | null {
  if (deployment.returnsFrom === null) return null;
  return { from: deployment.returnsFrom, to: deployment.returnsTo ?? deployment.endsOn ?? OPEN_END };
}

/** Operational days that are over, expected and without a return, earliest first. */
export function missingDays(deployment: Reporting, filed: ReadonlySet<LocalDate>, now: Date): LocalDate[] {
  const expected = expectedDaysOf(deployment);
  if (expected === null) return [];
  const lastOver = addDays(operationalDayOf(now, dayRuleOf(deployment)), -1);
  const to = lastOver < expected.to ? lastOver : expected.to;
  if (to < expected.from) return [];
  return eachDay({ from: expected.from, to }).filter((day) => !filed.has(day));
}

/** Is the operation at work, so that its points report? */
export function isReporting(state: OperationState): boolean {
  return state === "live" || state === "follow_up";
}
