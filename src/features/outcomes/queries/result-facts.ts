import "server-only";
import { z } from "zod";
import { Prisma } from "#generated/prisma/client.ts";
import type { ResultKind } from "../rules.ts";

/** The four kinds of results in one shape: what it is of (offence, kind, commodity), how much, in which unit. */
const FACTS: Record<ResultKind, Prisma.Sql> = {
  arrest: Prisma.sql`SELECT a.id, a.operation_id, a.country_code, a.border_point_id, a.local_date, a.offence::text AS what, a.count::numeric AS amount,
      'people' AS unit, a.phase_id, a.match_id, a.state::text AS state, NULL::text AS age_group, NULL::text AS sex, NULL::timestamptz AS at,
      a.review, a.recorded_by_id, a.recorded_at, a.validated_at, a.validated_on_behalf, a.supersedes_id, a.reason, a.superseded_at, a.version FROM arrest a`,
  people: Prisma.sql`SELECT a.id, a.operation_id, a.country_code, a.border_point_id, a.local_date, a.kind::text AS what, a.count::numeric AS amount,
      'people' AS unit, NULL::uuid AS phase_id, NULL::uuid AS match_id, NULL::text AS state, a.age_group::text, a.sex::text, NULL::timestamptz AS at,
      a.review, a.recorded_by_id, a.recorded_at, a.validated_at, a.validated_on_behalf, a.supersedes_id, a.reason, a.superseded_at, a.version FROM people_outcome a`,
  seizure: Prisma.sql`SELECT a.id, a.operation_id, a.country_code, a.border_point_id, a.local_date, a.commodity AS what, a.quantity AS amount,
      a.unit, NULL::uuid AS phase_id, NULL::uuid AS match_id, NULL::text AS state, NULL::text AS age_group, NULL::text AS sex, NULL::timestamptz AS at,
      a.review, a.recorded_by_id, a.recorded_at, a.validated_at, a.validated_on_behalf, a.supersedes_id, a.reason, a.superseded_at, a.version FROM seizure a`,
  outcome: Prisma.sql`SELECT a.id, a.operation_id, a.country_code, h.border_point_id, a.local_date, a.kind::text AS what, 1::numeric AS amount,
      'cases' AS unit, NULL::uuid AS phase_id, a.match_id, NULL::text AS state, NULL::text AS age_group, NULL::text AS sex, a.at,
      a.review, a.recorded_by_id, a.recorded_at, a.validated_at, a.validated_on_behalf, a.supersedes_id, a.reason, a.superseded_at, 1 AS version
      FROM outcome a JOIN match h ON h.id = a.match_id`,
};

export const TABLES = {
  arrest: "arrest",
  people: "people_outcome",
  seizure: "seizure",
  outcome: "outcome",
} as const satisfies Record<ResultKind, string>;

/** FROM clause: rows of this kind as `f` with operation `o`, border point `p`, the match `m` as far as it is readable, phase `ph`. */
export function factsFrom(kind: ResultKind): Prisma.Sql {
  return Prisma.sql`FROM (${FACTS[kind]}) f JOIN operation o ON o.id = f.operation_id
    LEFT JOIN border_point p ON p.id = f.border_point_id LEFT JOIN match m ON m.id = f.match_id LEFT JOIN phase ph ON ph.id = f.phase_id`;
}

export const FACT_COLUMNS = Prisma.sql`f.id, f.operation_id AS "operationId", f.country_code AS "countryCode", f.border_point_id AS "borderPointId",
  f.local_date::text AS "localDate", f.what, f.amount::float8 AS amount, f.unit, f.phase_id AS "phaseId", ph.kind::text AS "phaseKind", ph.label AS "phaseLabel",
  f.match_id AS "matchId", m.reference, f.state, f.age_group AS "ageGroup", f.sex, f.at, f.review::text AS review, f.recorded_by_id AS "recordedById",
  f.recorded_at AS "recordedAt", f.validated_at AS "validatedAt", f.validated_on_behalf AS "validatedOnBehalf", f.supersedes_id AS "supersedesId", f.reason,
  f.superseded_at AS "supersededAt", f.version, o.codename, o.slug, o.exercise, o.handling_mark AS "handlingMark", p.name AS point, p.time_zone AS "timeZone"`;

const text = z.string().nullable();
export const factRow = z.strictObject({
  id: z.uuid(),
  operationId: z.uuid(),
  countryCode: z.string(),
  borderPointId: text,
  localDate: z.string(),
  what: z.string(),
  amount: z.number(),
  unit: z.string(),
  phaseId: text,
  phaseKind: text,
  phaseLabel: text,
  matchId: text,
  reference: text,
  state: text,
  ageGroup: text,
  sex: text,
  at: z.date().nullable(),
  review: z.enum(["submitted", "queried", "validated"]),
  recordedById: z.uuid(),
  recordedAt: z.date(),
  validatedAt: z.date().nullable(),
  validatedOnBehalf: z.boolean(),
  supersedesId: text,
  reason: text,
  supersededAt: z.date().nullable(),
  version: z.number(),
  codename: z.string(),
  slug: z.string(),
  exercise: z.boolean(),
  handlingMark: z.string(),
  point: text,
  timeZone: text,
});
export type Fact = z.output<typeof factRow>;
