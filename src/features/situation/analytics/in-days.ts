import "server-only";
import { Prisma } from "#generated/prisma/client.ts";

export type Span = { from?: string | undefined; to?: string | undefined };

/** A period as a condition on rows `t` of a total. */
export const inDays = ({ from, to }: Span): Prisma.Sql => Prisma.sql`
  (${from === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.local_date >= ${from}::date`} AND
   ${to === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.local_date <= ${to}::date`})`;

export const ofCountry = (country: string | undefined): Prisma.Sql =>
  country === undefined ? Prisma.sql`TRUE` : Prisma.sql`t.country_code = ${country}`;

/** Border points named by code; row-level security hides those that are not the reader's to know. */
export const ofPoints = (codes: readonly string[] | undefined): Prisma.Sql =>
  codes === undefined
    ? Prisma.sql`TRUE`
    : Prisma.sql`t.border_point_id IN (SELECT b.id FROM border_point b WHERE b.code = ANY (${[...codes]}))`;
