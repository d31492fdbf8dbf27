import type { Offence, AgeGroup, PeopleKind, Sex } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { addDays, isLocalDate, operationalDayOf, type LocalDate } from "#lib/period.ts";
import type { RouterOutputs } from "#trpc/client.tsx";

export type ResultPlace = RouterOutputs["outcomes"]["places"][number];

/** At least one, or there is nothing to record in. */
export type Places = readonly [ResultPlace, ...ResultPlace[]];

/** Where and when; `borderPointId` is null for a country without a point, and undefined while nobody has said. */
export type PlaceValues = {
  id: string;
  operationId: string;
  countryCode: string;
  borderPointId?: string | null;
  localDate: LocalDate;
};
export type ArrestValues = PlaceValues & {
  /** Undefined takes the phase of the day. */
  phaseId?: string | null;
  count: number | null;
  offence: Offence | null;
  matchId: string | null;
};
export type PeopleValues = PlaceValues & {
  kind: PeopleKind | null;
  ageGroup: AgeGroup | null;
  sex: Sex | null;
  count: number | null;
};
export type GroupsValues = PlaceValues & { kind: PeopleKind | null; counts: Record<string, number | null> };
export type SeizureValues = PlaceValues & {
  commodity: string | null;
  quantity: number | null;
  unit: string | null;
};

/** The operational day that now is at this place; a country as a whole goes by its first border point. */
export function todayAt(place: ResultPlace, borderPointId: string | null | undefined, now: Date): LocalDate {
  const point = place.points.find(({ id }) => id === borderPointId) ?? place.points[0];
  return operationalDayOf(now, { zone: point?.timeZone ?? "UTC", startsAt: point?.dayStartsAt ?? "00:00" });
}

/** The days offered with one tap. */
export function daysOffered(today: LocalDate, chosen: LocalDate): LocalDate[] {
  const offered = [today, addDays(today, -1)];
  return offered.includes(chosen) || !isLocalDate(chosen) ? offered : [...offered, chosen];
}

export function emptyPlace(place: ResultPlace, now: Date): PlaceValues {
  const [only, ...more] = place.points;
  const alone = only !== undefined && more.length === 0 ? { borderPointId: only.id } : {};
  return {
    id: newId(),
    operationId: place.operationId,
    countryCode: place.countryCode,
    ...alone,
    localDate: todayAt(place, alone.borderPointId, now),
  };
}

/** The phase of an operation that holds the day; the last of several, because training and action days may overlap. */
export function phaseOn(place: ResultPlace, day: LocalDate): string | null {
  const within = place.phases.filter(
    ({ startsOn, endsOn }) => startsOn !== null && startsOn <= day && (endsOn === null || day <= endsOn),
  );
  return within.at(-1)?.id ?? null;
}

/** What was kept in the browser, if it speaks of a place still on offer; other shapes are left behind. */
export function resumed<Values extends PlaceValues>(
  kept: unknown,
  empty: Values,
  places: readonly ResultPlace[],
): Values | null {
  if (typeof kept !== "object" || kept === null) return null;
  const values = { ...empty, ...(kept as Partial<Values>) };
  const place = places.find(
    ({ operationId, countryCode }) =>
      operationId === values.operationId && countryCode === values.countryCode,
  );
  const point = values.borderPointId;
  if (!place || typeof values.id !== "string" || typeof values.localDate !== "string") return null;
  if (point && !place.points.some(({ id }) => id === point)) return null;
  return values;
}

export const AGE_GROUPS = ["adult", "minor", "not_stated"] as const;
export const SEXES = ["female", "male", "not_stated"] as const;
/** "adult.female": the key of one count in the form. */
export const groupKey = (ageGroup: AgeGroup, sex: Sex) => `${ageGroup}.${sex}`;

export const COMMODITIES = [
  "fraudulent_document",
  "blank_stolen_document",
  "cash",
  "drugs",
  "firearm",
  "vehicle",
  "mobile_phone",
  "cigarettes",
  "counterfeit_medicine",
  "protected_wildlife_product",
] as const;

/** Units in which a commodity is usually counted, the first being offered. */
export function unitsOf(commodity: string | null): readonly string[] {
  switch (commodity) {
    case "cash":
      return ["EUR", "USD", "XOF", "KES", "GBP", "CHF"];
    case "drugs":
      return ["kg", "t", "items", "pieces"];
    case "cigarettes":
    case "counterfeit_medicine":
      return ["pieces", "items", "kg"];
    case "vehicle":
      return ["items", "vehicles", "vessels"];
    case "fraudulent_document":
    case "blank_stolen_document":
      return ["items", "documents"];
    case "firearm":
      return ["items", "rounds", "pieces"];
    default:
      return ["items", "kg", "pieces"];
  }
}
