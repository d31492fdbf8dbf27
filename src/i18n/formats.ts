import type { Formats } from "next-intl";

// Figures are compared across languages, so every language writes the digits 0–9.
const latin = { numberingSystem: "latn" } as const;

/** The only shapes in which Muster writes numbers and dates: `format.number(n, "count")`, `format.dateTime(d, "day")`. */
export const formats = {
  number: {
    count: { ...latin, maximumFractionDigits: 0 },
    decimal: { ...latin, maximumFractionDigits: 2 },
    percent: { ...latin, style: "percent", maximumFractionDigits: 0 },
    compact: { ...latin, notation: "compact", maximumFractionDigits: 1 },
  },
  dateTime: {
    day: { ...latin, day: "numeric", month: "short", year: "numeric" },
    dayLong: { ...latin, weekday: "long", day: "numeric", month: "long", year: "numeric" },
    dayMonth: { ...latin, day: "numeric", month: "short" },
    weekday: { ...latin, weekday: "short", day: "numeric", month: "short" },
    month: { ...latin, month: "long", year: "numeric" },
    monthShort: { ...latin, month: "short", year: "numeric" },
    year: { ...latin, year: "numeric" },
    time: { ...latin, hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    timeZone: { ...latin, hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short" },
    moment: {
      ...latin,
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    },
    momentZone: {
      ...latin,
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
    },
  },
} satisfies Formats;
