import "server-only";
import type { Fineness } from "#lib/suppress.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { guardedSpan } from "#features/situation/rules.ts";
import type { TotalFilter } from "#features/situation/schema.ts";

type Span = { from?: string | undefined; to?: string | undefined };

const within = ({ from, to }: Span) => Prisma.sql`
  ${from === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.local_date >= ${from}::date`} AND
  ${to === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.local_date <= ${to}::date`}`;

/** Rows `t` of a total that count people: `isGuarded` in SQL. */
export function ofGuarded(fineness: Fineness): Prisma.Sql {
  if (fineness === "exact") return Prisma.sql`FALSE`;
  return fineness === "months" ? Prisma.sql`t.unit = 'people'` : Prisma.sql`t.unit IN ('people', 'cases')`;
}

/**
 * Period and country as a condition on rows `t` of a total. Counts of people are taken over the wider span that the reader may
 * divide them by; for observers also over all countries.
 */
export function inChoice(filter: TotalFilter, fineness: Fineness): Prisma.Sql {
  const country =
    filter.country === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.country_code = ${filter.country}`;
  const plain = Prisma.sql`(${within(filter)} AND ${country})`;
  if (fineness === "exact") return plain;
  const span = within(guardedSpan(filter, fineness));
  const wide = fineness === "months" ? Prisma.sql`(${span} AND ${country})` : span;
  return Prisma.sql`CASE WHEN ${ofGuarded(fineness)} THEN ${wide} ELSE ${plain} END`;
}
