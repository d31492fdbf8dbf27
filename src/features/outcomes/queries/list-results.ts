import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { tellApart } from "#lib/edition.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import type { ResultFilter } from "../schema/filter.ts";
import { FACT_COLUMNS, factRow, factsFrom, TABLES, type Fact } from "./result-facts.ts";

export type Narrowed = Omit<ResultFilter, "page" | "size">;

/** One page of results that stand, with the totals of the whole filter: validated and preliminary apart. */
export async function listResults(db: Tx, scope: Scope, filter: ResultFilter & { actorId: string }) {
  const rows = await readResults(db, scope, { filter, ...windowOf(filter) });
  const totals = await totalsOf(db, scope, filter);
  const total = totals.reduce((sum, { rows: n }) => sum + n, 0);
  return {
    ...pageOf(
      rows.map((row) => shown(row, filter.actorId)),
      total,
      filter,
    ),
    totals: totals.map(({ what, unit, validated, preliminary }) => ({ what, unit, validated, preliminary })),
  };
}

/** Who recorded it is said only of oneself. */
export function shown({ recordedById, ...row }: Fact, actorId: string) {
  return { ...row, mine: recordedById === actorId };
}

export async function readResults(
  db: Tx,
  scope: Scope,
  { filter, skip, take }: { filter: Narrowed; skip: number; take: number },
): Promise<Fact[]> {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`SELECT ${FACT_COLUMNS} ${factsFrom(filter.kind)}
    WHERE ${conditionsOf(scope, filter)} ORDER BY ${orderOf(filter.sort)} LIMIT ${take} OFFSET ${skip}`);
  return z.array(factRow).parse(rows);
}

const totalRow = z.strictObject({
  what: z.string(),
  unit: z.string(),
  validated: z.number(),
  preliminary: z.number(),
  rows: z.number(),
});

/** Sums of like with like: people arrested; people by kind; a commodity by unit; outcomes by kind. */
export async function totalsOf(db: Tx, scope: Scope, filter: Narrowed) {
  // Offences are added up: each of them counts people.
  const what = filter.kind === "arrest" ? Prisma.sql`''` : Prisma.sql`f.what`;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`SELECT ${what} AS what, f.unit,
      coalesce(sum(f.amount) FILTER (WHERE f.review = 'validated'), 0)::float8 AS validated,
      coalesce(sum(f.amount) FILTER (WHERE f.review <> 'validated'), 0)::float8 AS preliminary, count(*)::int AS rows
    ${factsFrom(filter.kind)} WHERE ${conditionsOf(scope, filter)} GROUP BY 1, 2 ORDER BY 1, 2`);
  return z.array(totalRow).parse(rows);
}

/** What a row must be to stand in the list, under `factsFrom`. */
export function conditionsOf(scope: Scope, filter: Narrowed): Prisma.Sql {
  const { operation, country, point, what, review, from, to } = filter;
  const all = [
    withinSql(scope, "f"),
    Prisma.sql`o.exercise = ${filter.exercise}`,
    ...(operation ? [Prisma.sql`o.slug = ${operation}`] : []),
    ...(country ? [Prisma.sql`f.country_code = ${country}`] : []),
    ...(point ? [Prisma.sql`f.border_point_id = ${point}::uuid`] : []),
    ...(what ? [Prisma.sql`f.what = ${what}`] : []),
    ...(from ? [Prisma.sql`f.local_date >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`f.local_date <= ${to}::date`] : []),
    reviewIs(filter.kind, review),
  ];
  return Prisma.join(all, " AND ");
}

function reviewIs(kind: Narrowed["kind"], review: Narrowed["review"]): Prisma.Sql {
  if (review === "withdrawn")
    return Prisma.sql`f.superseded_at IS NOT NULL AND NOT EXISTS (SELECT FROM ${Prisma.raw(`"${TABLES[kind]}"`)} r WHERE r.supersedes_id = f.id)`;
  const stands = Prisma.sql`f.superseded_at IS NULL`;
  if (review === undefined) return stands;
  if (review === "open") return Prisma.sql`${stands} AND f.review <> 'validated'`;
  return Prisma.sql`${stands} AND f.review = ${review}::review`;
}

const ORDERS: Record<string, Prisma.Sql> = {
  day: Prisma.sql`f.local_date`,
  what: Prisma.sql`f.what`,
  amount: Prisma.sql`f.unit, f.amount`,
  country: Prisma.sql`f.country_code`,
  recordedAt: Prisma.sql`f.recorded_at`,
};

function orderOf(sort: Narrowed["sort"]): Prisma.Sql {
  const order = ORDERS[sort.replace(/^-/, "")] ?? Prisma.sql`f.local_date`;
  return sort.startsWith("-")
    ? Prisma.sql`${order} DESC, f.recorded_at DESC, f.id`
    : Prisma.sql`${order}, f.recorded_at, f.id`;
}

const facetRow = z.strictObject({
  countryCode: z.string(),
  slug: z.string(),
  codename: z.string(),
  edition: z.number().int().nullable(),
  year: z.number().int().nullable(),
  borderPointId: z.string().nullable(),
  point: z.string().nullable(),
  what: z.string(),
});

/** What the lists can be narrowed by: operations, countries, border points and, of this kind, what there is. */
export async function listResultFacets(
  db: Tx,
  scope: Scope,
  { kind, exercise }: { kind: ResultFilter["kind"]; exercise: boolean },
) {
  const rows = z.array(facetRow).parse(
    await db.$queryRaw<
      unknown[]
    >(Prisma.sql`SELECT DISTINCT f.country_code AS "countryCode", o.slug, o.codename, o.edition, o.year, f.border_point_id AS "borderPointId",
        p.name AS point, f.what ${factsFrom(kind)} WHERE ${withinSql(scope, "f")} AND o.exercise = ${exercise} LIMIT 20000`),
  );
  const nameOf = tellApart(rows);
  const points = new Map(
    rows.flatMap(({ borderPointId, point, countryCode }) =>
      borderPointId === null ? [] : [[borderPointId, { name: point ?? "", countryCode }] as const],
    ),
  );
  return {
    operations: [...new Map(rows.map((row) => [row.slug, nameOf(row)]))].map(([slug, codename]) => ({
      slug,
      codename,
    })),
    countries: [...new Set(rows.map(({ countryCode }) => countryCode))].toSorted(),
    points: [...points]
      .map(([id, point]) => ({ id, ...point }))
      .toSorted((a, b) => a.name.localeCompare(b.name)),
    whats: [...new Set(rows.map(({ what }) => what))].toSorted(),
  };
}
