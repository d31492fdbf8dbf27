import { addDays, daysBetween, type DateRange, type LocalDate } from "#lib/period.ts";

export const OWN_PAST_DAYS = 7;

type Asked = { from?: LocalDate | undefined; to?: LocalDate | undefined };

/**
 * Two periods of one length, one right after the other, in which a country is held against its own past: the period asked for with
 * both its ends, else the last seven local days that are over everywhere.
 */
export function windowsOf({ from, to }: Asked, today: LocalDate): { recent: DateRange; before: DateRange } {
  const end = to ?? addDays(today, -2);
  const start = from !== undefined && to !== undefined ? from : addDays(end, 1 - OWN_PAST_DAYS);
  const days = daysBetween(start, end) + 1;
  return {
    recent: { from: start, to: end },
    before: { from: addDays(start, -days), to: addDays(start, -1) },
  };
}
