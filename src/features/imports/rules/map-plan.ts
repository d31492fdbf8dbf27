import type { DatePrecision, PhaseKind, RemarkKind } from "#generated/prisma/enums.ts";
import type { PublishedRow } from "../schema.ts";
import { derivedId } from "./content.ts";
import { phaseKindOf } from "./kinds.ts";

export type MappedPhase = {
  id: string;
  kind: PhaseKind | null;
  label: string | null;
  startsOn: string | null;
  endsOn: string | null;
  derived: boolean;
  note: string | null;
};
export type MappedDate = {
  id: string;
  phaseId: string | null;
  earliest: string | null;
  latest: string | null;
  precision: DatePrecision;
  inferred: boolean;
  wording: string | null;
};
export type MappedRemark = { id: string; kind: RemarkKind; text: string };

const lastDayOf = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** "2011-03" is a month, "2011" a year, "2011-03-04" a day; any other wording stays a wording. */
export function spanOf(written: string): Pick<MappedDate, "earliest" | "latest" | "precision"> {
  const [, year, month, day] = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(\d{2}))?)?$/.exec(written) ?? [];
  if (year && month && day) {
    const real = new Date(`${written}T00:00:00Z`);
    const exists = !Number.isNaN(real.getTime()) && real.toISOString().startsWith(written);
    if (exists) return { earliest: written, latest: written, precision: "day" };
  } else if (year && month)
    return {
      earliest: `${year}-${month}-01`,
      latest: lastDayOf(Number(year), Number(month)),
      precision: "month",
    };
  else if (year) return { earliest: `${year}-01-01`, latest: `${year}-12-31`, precision: "year" };
  return { earliest: null, latest: null, precision: "unknown" };
}

/** Phases as printed; dates of an operation that no phase carries make one tactical phase marked as derived. */
export function mapPhases(row: PublishedRow, operationId: string): MappedPhase[] {
  const printed = row.phases.map((phase, index) => ({
    id: derivedId("phase", operationId, String(index)),
    kind: phaseKindOf(phase.name),
    label: phase.name,
    startsOn: phase.start ?? null,
    endsOn: phase.end ?? null,
    derived: false,
    note: phase.note ?? null,
  }));
  const start = row.start ?? null;
  const end = row.end ?? null;
  const carried = printed.some((phase) => phase.startsOn === start && phase.endsOn === end);
  if ((start === null && end === null) || carried) return printed;
  const derived = {
    kind: "tactical" as const,
    label: null,
    startsOn: start,
    endsOn: end,
    derived: true,
    note: null,
  };
  return [...printed, { id: derivedId("phase", operationId, "derived"), ...derived }];
}

/** What is only known roughly: phases with a wording, and operations without days. */
export function mapDates(
  row: PublishedRow,
  operationId: string,
  phases: readonly MappedPhase[],
): MappedDate[] {
  const dates = row.phases.flatMap((phase, index): MappedDate[] =>
    phase.when == null
      ? []
      : [
          {
            id: derivedId("date", operationId, String(index)),
            phaseId: phases[index]?.id ?? null,
            ...spanOf(phase.when),
            inferred: false,
            wording: phase.when,
          },
        ],
  );
  if (row.start == null && row.end == null && (row.year != null || row.date_note != null))
    dates.push({
      id: derivedId("date", operationId, "operation"),
      phaseId: null,
      ...(row.year == null ? spanOf("") : spanOf(String(row.year))),
      inferred: row.year_inferred,
      wording: row.date_note ?? null,
    });
  return dates;
}

/** Earliest and latest day that phases or rough dates allow; null when nothing is known. */
export function extentOf(
  phases: readonly MappedPhase[],
  dates: readonly MappedDate[],
): { startsOn: string | null; endsOn: string | null } {
  const known = (days: (string | null)[]) => days.filter((day) => day !== null).toSorted();
  const own = dates.filter((date) => date.phaseId === null);
  const starts = known([...phases.map((phase) => phase.startsOn), ...own.map((date) => date.earliest)]);
  const ends = known([
    ...phases.map((phase) => phase.endsOn ?? phase.startsOn),
    ...own.map((date) => date.latest),
  ]);
  return { startsOn: starts[0] ?? ends[0] ?? null, endsOn: ends.at(-1) ?? null };
}

/** What fits no field, word for word. */
export function mapRemarks(row: PublishedRow, operationId: string): MappedRemark[] {
  const texts: [RemarkKind, string][] = [
    ...(row.date_note != null ? [["date_note", row.date_note] as [RemarkKind, string]] : []),
    ...(row.coordination != null ? [["coordination", row.coordination] as [RemarkKind, string]] : []),
    ...row.conflicts.map((text): [RemarkKind, string] => ["conflict", text]),
    ...row.other.map((text): [RemarkKind, string] => ["other", text]),
    // Border points keep the name under which they were printed.
    ...(row.border_points?.named ?? []).map((name): [RemarkKind, string] => ["note", name]),
  ];
  return texts.map(([kind, text], index) => ({
    id: derivedId("remark", operationId, String(index), text),
    kind,
    text,
  }));
}
