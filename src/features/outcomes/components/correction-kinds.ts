import type { RouterOutputs } from "#trpc/client.tsx";
import type { ResultKind } from "../rules.ts";
import type { ResultPlace } from "./result-draft.ts";

export type Details = RouterOutputs["outcomes"]["get"];
export type Version = Details["versions"][number];

/** What a field of a result is called among all kinds, and under which name the form of this kind holds it. */
const FIELDS = {
  arrest: {
    what: "offence",
    amount: "count",
    point: "borderPointId",
    day: "localDate",
    match: "matchId",
    phase: "phaseId",
  },
  people: {
    what: "kind",
    amount: "count",
    age: "ageGroup",
    sex: "sex",
    point: "borderPointId",
    day: "localDate",
  },
  seizure: {
    what: "commodity",
    amount: "quantity",
    unit: "unit",
    point: "borderPointId",
    day: "localDate",
  },
  outcome: { what: "kind", at: "at" },
} as const satisfies Record<ResultKind, Partial<Record<FieldKey, string>>>;

export type FieldKey =
  "what" | "amount" | "unit" | "age" | "sex" | "point" | "day" | "match" | "phase" | "at";
export const fieldsOf = (kind: ResultKind) => Object.entries(FIELDS[kind]) as [FieldKey, string][];

/** The fields of one version, whatever its kind. */
export type Spoken = Pick<
  Version,
  | "what"
  | "unit"
  | "ageGroup"
  | "sex"
  | "borderPointId"
  | "point"
  | "localDate"
  | "matchId"
  | "reference"
  | "phaseId"
  | "phaseKind"
  | "phaseLabel"
  | "at"
  | "timeZone"
> & { amount: number | null };

const ROW_KEYS: Record<FieldKey, keyof Spoken> = {
  what: "what",
  amount: "amount",
  unit: "unit",
  age: "ageGroup",
  sex: "sex",
  point: "borderPointId",
  day: "localDate",
  match: "matchId",
  phase: "phaseId",
  at: "at",
};

export const sameField = (key: FieldKey, a: Spoken, b: Spoken): boolean => {
  const [one, other] = [a[ROW_KEYS[key]], b[ROW_KEYS[key]]];
  return one instanceof Date && other instanceof Date ? one.getTime() === other.getTime() : one === other;
};

/** The form's values for a version, under the names of its schema. */
export function valuesOf(kind: ResultKind, row: Spoken): Record<string, unknown> {
  return Object.fromEntries(fieldsOf(kind).map(([key, name]) => [name, row[ROW_KEYS[key]]]));
}

/** What was kept of a correction, under the names of its schema; a moment is a word in the browser's storage. */
export function keptValues(kind: ResultKind, kept: unknown): Record<string, unknown> | null {
  if (typeof kept !== "object" || kept === null) return null;
  const { reason, ...values } = kept as Record<string, unknown>;
  const fields = fieldsOf(kind).flatMap(([key, name]) => {
    const value = values[name];
    if (value === undefined) return [];
    return [[name, key === "at" ? new Date(value as string) : value] as const];
  });
  // Never its id: a second tab with the same draft sends another correction.
  return { reason: typeof reason === "string" ? reason : "", ...Object.fromEntries(fields) };
}

type Typing = { values: Record<string, unknown>; row: Spoken };

/** What was typed, in place of what a version says. */
export function typedOf(kind: ResultKind, { values, row }: Typing): Spoken {
  const typed = Object.fromEntries(fieldsOf(kind).map(([key, name]) => [ROW_KEYS[key], values[name]]));
  return { ...row, ...typed };
}

/** What was typed, as a version would say it; names come from the place. */
export function spokenOf(kind: ResultKind, { place, ...typing }: Typing & { place: ResultPlace }): Spoken {
  const { row } = typing;
  const spoken = typedOf(kind, typing);
  const phase = place.phases.find(({ id }) => id === spoken.phaseId);
  return {
    ...spoken,
    point: place.points.find(({ id }) => id === spoken.borderPointId)?.name ?? null,
    phaseKind: phase?.kind ?? null,
    phaseLabel: phase?.label ?? null,
    reference: spoken.matchId === row.matchId ? row.reference : null,
  };
}

/** The place of a result among those on offer, or as far as the result itself tells it: its operation may be over. */
export function placeOf(row: Version, places: readonly ResultPlace[]): ResultPlace {
  const known = places.find(
    ({ operationId, countryCode }) => operationId === row.operationId && countryCode === row.countryCode,
  );
  if (known) return known;
  return {
    operationId: row.operationId,
    countryCode: row.countryCode,
    operation: { slug: row.slug, codename: row.codename },
    phases: row.phaseId
      ? [
          {
            id: row.phaseId,
            kind: row.phaseKind as ResultPlace["phases"][number]["kind"],
            label: row.phaseLabel,
            startsOn: null,
            endsOn: null,
          },
        ]
      : [],
    points: row.borderPointId
      ? [
          {
            id: row.borderPointId,
            name: row.point ?? "",
            timeZone: row.timeZone ?? "UTC",
            dayStartsAt: "00:00",
          },
        ]
      : [],
  };
}
