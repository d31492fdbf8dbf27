export { useDayRange } from "#i18n/use-day-range.ts";
