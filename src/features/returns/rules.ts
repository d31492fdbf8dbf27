import {
  Database,
  type AccessSystem,
  type CountingBasis,
  type CountUnit,
  type OperationState,
} from "#generated/prisma/enums.ts";
import { DomainError } from "#lib/errors.ts";
import { addDays, isDayOver, isWithin, operationalDayOf, type LocalDate } from "#lib/period.ts";
import { dayRuleOf, expectedDaysOf, isReporting, type Reporting } from "#features/deployments/rules.ts";
import type { ContentInput, LineInput } from "./schema.ts";

/** The database×unit×direction a line speaks of. */
export const lineKey = (line: Pick<LineInput, "database" | "unit" | "direction">) =>
  `${line.database}|${line.unit}|${line.direction ?? ""}`;

/**
 * Which lines count: of several bases of one database, unit and direction the operation's own if it is among them, else the
 * first. The others stand beside it and are never added. Throws when one basis is given twice.
 */
export function markCounting<L extends LineInput>(
  lines: readonly L[],
  countingBasis: CountingBasis | null,
): (L & { counts: boolean })[] {
  const chosen = new Map<string, L>();
  const seen = new Set<string>();
  for (const line of lines) {
    const key = lineKey(line);
    if (seen.has(`${key}|${line.basis}`)) throw new DomainError("invalid", "return.line_twice");
    seen.add(`${key}|${line.basis}`);
    if (!chosen.has(key) || line.basis === countingBasis) chosen.set(key, line);
  }
  return lines.map((line) => ({ ...line, counts: chosen.get(lineKey(line)) === line }));
}

/** A return for this local day: throws unless the operation is at work, the day expected and begun. Says whether it is interim. */
export function demandReportableDay(
  deployment: Reporting & { operation: { state: OperationState } },
  localDate: LocalDate,
  now: Date,
): { interim: boolean } {
  if (!isReporting(deployment.operation.state))
    throw new DomainError("conflict", "return.operation_not_live");
  const expected = expectedDaysOf(deployment);
  if (expected === null || !isWithin(localDate, expected))
    throw new DomainError("invalid", "return.day_not_expected", {
      values: expected === null ? { from: "", to: "" } : { from: expected.from, to: expected.to },
    });
  const rule = dayRuleOf(deployment);
  if (localDate > operationalDayOf(now, rule)) throw new DomainError("invalid", "return.day_not_begun");
  return { interim: !isDayOver(localDate, rule, now) };
}

/** Middle value, for what is usual; null of nothing. */
function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const [low = 0, high = low] = sorted.slice(
    Math.ceil(sorted.length / 2) - 1,
    Math.floor(sorted.length / 2) + 1,
  );
  return Math.round((low + high) / 2);
}

const weekday = (day: LocalDate) => new Date(`${day}T00:00:00Z`).getUTCDay();

export type Usual = { count: number; basedOn: "weekday" | "day" };
/** What is usual at a point on this weekday (median of the days given), or on any day while no such weekday is known. */
export function usualOf(
  past: readonly { localDate: LocalDate; count: number }[],
  localDate: LocalDate,
): Usual | null {
  const before = past.filter((day) => day.localDate < localDate);
  const alike = median(
    before.filter((day) => weekday(day.localDate) === weekday(localDate)).map((day) => day.count),
  );
  if (alike !== null) return { count: alike, basedOn: "weekday" };
  const any = median(before.map((day) => day.count));
  return any === null ? null : { count: any, basedOn: "day" };
}

/** More than double the usual: worth a second look before sending, never refused. */
export function isUnusual(count: number | null, usual: Usual | null): boolean {
  return count !== null && usual !== null && usual.count > 0 && count > 2 * usual.count;
}

export { receiptOf } from "#lib/receipt.ts";

type Kept = {
  kind: string;
  noChecksReason: string | null;
  matchesStated: number;
  note: string | null;
  onBehalf: string | null;
};
type KeptLine = {
  id: string;
  database: string;
  unit: string;
  direction: string | null;
  count: number;
  basis: string;
};

/** Does a return already kept under this id say the same? Then sending it again changes nothing (law 11). */
export function saysTheSame(
  kept: Kept & { lines: readonly KeptLine[] },
  sent: { content: ContentInput; note: string; onBehalf: string | null },
): boolean {
  const lines = sent.content.kind === "checks" ? sent.content.lines : [];
  const flat = (line: KeptLine) =>
    [line.id, line.database, line.unit, line.direction ?? "", line.count, line.basis].join("|");
  return (
    kept.kind === sent.content.kind &&
    kept.noChecksReason === (sent.content.kind === "no_checks" ? sent.content.reason : null) &&
    kept.matchesStated === (sent.content.kind === "checks" ? sent.content.matchesStated : 0) &&
    (kept.note ?? "") === sent.note &&
    kept.onBehalf === sent.onBehalf &&
    kept.lines.length === lines.length &&
    kept.lines.map(flat).toSorted().join() === lines.map(flat).toSorted().join()
  );
}

const UNIT_OF: Partial<Record<Database, CountUnit>> = {
  sltd: "documents",
  tdawn: "documents",
  smv: "vehicles",
  iarms: "items",
};
/** The unit a database is usually counted in. */
export const unitOf = (database: Database): CountUnit => UNIT_OF[database] ?? "searches";

const BASIS_OF: Record<AccessSystem, CountingBasis> = {
  find: "national_log",
  ibms: "national_log",
  mind: "device_log",
  imd: "device_log",
  web: "desk_count",
};
/** Where the count of a kind of access is read from. */
export const basisOfSystem = (system: AccessSystem): CountingBasis => BASIS_OF[system];

type PastLine = {
  database: Database;
  unit: CountUnit;
  basis: CountingBasis;
  count: number;
  localDate: LocalDate;
};
type FiledLine = { database: Database; unit: CountUnit; count: number; counts: boolean };
type Known = {
  localDate: LocalDate;
  offered: readonly { database: Database; basis: CountingBasis }[];
  past: readonly PastLine[];
  totals: readonly { database: string; unit: string; total: number }[];
  filed: readonly FiledLine[];
};

/**
 * The lines a form opens with: databases enabled at the point and those reported lately, with the total before this day's
 * increment (a return of the day already filed is taken out of it), the usual count and the last one; those in use first.
 */
export function formLines({ localDate, offered, past, totals, filed }: Known) {
  const recent = past.filter((line) => line.localDate >= addDays(localDate, -14));
  const wanted = [
    ...offered.map((line) => ({ ...line, unit: unitOf(line.database) })),
    ...recent,
    ...filed.map((line) => ({ ...line, basis: "desk_count" as const })),
  ];
  const keys = new Map<string, Pick<PastLine, "database" | "unit" | "basis">>();
  for (const line of wanted)
    if (!keys.has(`${line.database}|${line.unit}`)) keys.set(`${line.database}|${line.unit}`, line);
  if (keys.size === 0)
    keys.set("sltd|documents", { database: "sltd", unit: "documents", basis: "desk_count" });
  return [...keys.values()]
    .map(({ database, unit, basis }) => {
      const alike = past.filter((line) => line.database === database && line.unit === unit);
      const byDay = Map.groupBy(alike, (line) => line.localDate);
      const days = [...byDay].map(([day, lines]) => ({
        localDate: day,
        count: lines.reduce((sum, line) => sum + line.count, 0),
      }));
      const already = filed.filter((line) => line.counts && line.database === database && line.unit === unit);
      const total = totals.find((row) => row.database === database && row.unit === unit)?.total ?? 0;
      return {
        database,
        unit,
        basis: alike.toSorted((a, b) => a.localDate.localeCompare(b.localDate)).at(-1)?.basis ?? basis,
        total: total - already.reduce((sum, line) => sum + line.count, 0),
        usual: usualOf(days, localDate),
        yesterday: days.find((day) => day.localDate === addDays(localDate, -1))?.count ?? null,
      };
    })
    .toSorted(
      (a, b) =>
        Number(a.usual === null) - Number(b.usual === null) ||
        LINE_ORDER.indexOf(a.database) - LINE_ORDER.indexOf(b.database),
    );
}

const LINE_ORDER = Object.values(Database);
