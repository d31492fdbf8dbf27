import type { LocalDate } from "./period.ts";

/** A calendar day as the database client takes it: UTC midnight of a column that has no time. */
export function columnOf(day: LocalDate): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** The calendar day of a date column, read back. */
export function dayOf(column: Date): LocalDate {
  return column.toISOString().slice(0, 10);
}
