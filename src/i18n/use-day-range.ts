"use client";

import { useFormatter } from "./use-formatter.ts";

/** A day, or the days from one to another, as the reader's language writes them. */
export function useDayRange(): (startsOn: string, endsOn: string | null) => string {
  const format = useFormatter();
  return (startsOn, endsOn) => {
    const start = new Date(startsOn);
    if (endsOn === null || endsOn === startsOn) return format.dateTime(start, "day");
    // Engines differ in the width of the spaces around the dash; the server and the browser must write the same.
    return format.dateTimeRange(start, new Date(endsOn), "day").replaceAll(/[\u2009\u200a\u202f]/g, " ");
  };
}
