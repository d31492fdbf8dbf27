import type { Role } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { VALIDATED, type Fixture } from "./matrix-fixture.ts";

/** How far an assignment of the matrix reaches: all, Kenya, another country, another operation, or the asked country. */
export const REACHES = {
  all: { countries: [], operations: [] },
  own: { countries: ["KE"], operations: [] },
  other_country: { countries: ["PE"], operations: [] },
  other_operation: { countries: ["KE"], operations: ["other"] },
  asked_country: { countries: ["DK"], operations: [] },
} as const;
export type Reach = keyof typeof REACHES;

/** What a permitted caller meets: the row or nothing (`country_row`: whatever the operation); a list with or without it; always an answer. */
export type Meets = "row" | "country_row" | "list" | "country_list" | "always" | "asked_row" | "headquarters";

export type Entry = {
  /** Letters of the roles that may, typed from the design's table: A M R L S O; "*" is anyone, signed in or not. */
  may: string;
  meets: Meets;
  input?: (f: Fixture, reach: Reach) => unknown;
  /** Whether an answer shows the fixture's row. */
  shows?: (answer: string, f: Fixture) => boolean;
};

export const LETTERS: Record<Role, string> = {
  administrator: "A",
  programme_manager: "M",
  reviewer: "R",
  liaison: "L",
  leadership: "S",
  observer: "O",
};

export const always = (may: string, input?: Entry["input"]): Entry => ({
  may,
  meets: "always",
  ...(input ? { input } : {}),
});
export const row = (may: string, input: NonNullable<Entry["input"]>): Entry => ({ may, meets: "row", input });
/** A row that belongs to a country but to no operation. */
export const countryRow = (may: string, input: NonNullable<Entry["input"]>): Entry => ({
  may,
  meets: "country_row",
  input,
});
/** A list of rows that belong to a country but to no operation. */
export const countryList = (
  may: string,
  input: NonNullable<Entry["input"]>,
  shows: NonNullable<Entry["shows"]>,
): Entry => ({ may, meets: "country_list", input, shows });
export const list = (
  may: string,
  input: NonNullable<Entry["input"]>,
  shows: NonNullable<Entry["shows"]>,
): Entry => ({ may, meets: "list", input, shows });
export const headquarters = (input?: Entry["input"]): Entry => ({
  may: "A",
  meets: "headquarters",
  ...(input ? { input } : {}),
});

export const world = { exercise: false };
export const now = () => new Date(Date.now() - 60_000);
export const step = (id: string) => ({ id, version: 1, eventId: newId(), at: now() });
export const behalf = (reach: Reach) =>
  reach === "all" ? { onBehalf: "by coordination, from NCB Nairobi, by phone" } : {};
export const content = () => ({
  kind: "checks",
  matchesStated: 0,
  lines: [{ id: newId(), database: "sltd", unit: "documents", count: 12, basis: "national_log" }],
});
export const place = (f: Fixture) => ({
  id: newId(),
  operationId: f.operation.id,
  countryCode: "KE",
  localDate: f.day,
});
export const operationShows: NonNullable<Entry["shows"]> = (answer, f) => answer.includes(f.operation.slug);
export const totalsShow: NonNullable<Entry["shows"]> = (answer) => answer.includes(String(VALIDATED));
