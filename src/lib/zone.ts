const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", {
      timeZone: zone,
      calendar: "gregory",
      numberingSystem: "latn",
      hourCycle: "h23",
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
    });
    formats.set(zone, format);
  }
  return format;
}

/** The clock on the wall as if it were UTC, in milliseconds. */
function wallOf(instant: number, zone: string): number {
  const part = { year: 0, month: 1, day: 1, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(instant))
    if (type in part) part[type as keyof typeof part] = Number(value);
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** Does the engine know this IANA zone ("Africa/Nairobi")? Offsets like "+03:00" are no zones. */
export function isTimeZone(zone: unknown): zone is string {
  if (typeof zone !== "string" || !/^[A-Z][\w+-]*(\/[\w+-]+)*$/.test(zone)) return false;
  try {
    return formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The calendar day an instant falls on at a place, "YYYY-MM-DD". */
export function localDateOf(instant: Date, zone: string): string {
  return new Date(wallOf(instant.getTime(), zone)).toISOString().slice(0, 10);
}

/** The time of day of an instant at a place, "HH:MM". */
export function localTimeOf(instant: Date, zone: string): string {
  return new Date(wallOf(instant.getTime(), zone)).toISOString().slice(11, 16);
}

/**
 * The instant at which clocks at a place show a date and time. Where clocks go back and show it twice, the first;
 * where they go forward and skip it, as many minutes after the gap as the time lies within it.
 */
export function instantOf(date: string, time: string, zone: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`);
  const offsetAt = (instant: number) => wallOf(instant, zone) - instant;
  const before = offsetAt(wall - 86_400_000);
  const after = offsetAt(wall + 86_400_000);
  const shown = [wall - before, wall - after].filter((instant) => wallOf(instant, zone) === wall);
  return new Date(shown.length > 0 ? Math.min(...shown) : wall - before);
}
