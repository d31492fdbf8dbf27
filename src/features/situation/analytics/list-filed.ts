import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { DateRange } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import type { Chosen } from "./counted-at.ts";
import type { Span } from "./in-days.ts";

const filedRow = z.strictObject({
  place: z.uuid(),
  /** Days since the first of the stretch. */
  days: z.array(z.int().min(0)),
});
const placeRow = z.strictObject({ place: z.uuid() });

const deployed = ({ ids, filter: { country } }: Chosen) =>
  Prisma.sql`d.operation_id = ANY (${[...ids]}::uuid[]) AND ${country === undefined ? Prisma.sql`TRUE` : Prisma.sql`d.country_code = ${country}`}`;
const current = (scope: Scope) =>
  Prisma.sql`r.deployment_id = d.id AND r.superseded_at IS NULL AND ${withinSql(scope, "r")}`;

/**
 * Where and on which days a return was filed, whatever it counts: "no checks made" is a report and no gap. Row-level security shows
 * returns to no observer, who is not told on which days a country works.
 */
export async function listFiled(
  db: Tx,
  scope: Scope,
  { stretch, ...chosen }: Chosen & { stretch: DateRange },
) {
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT d.border_point_id::text AS place, array_agg(DISTINCT r.local_date - ${stretch.from}::date) AS days
    FROM deployment d JOIN daily_return r ON ${current(scope)}
    WHERE ${deployed(chosen)} AND r.local_date BETWEEN ${stretch.from}::date AND ${stretch.to}::date
    GROUP BY 1`);
  return z.array(filedRow).parse(rows);
}

/** Where a return was filed on any day of the span. */
export async function listFiledBefore(db: Tx, scope: Scope, { span, ...chosen }: Chosen & { span: Span }) {
  const { from, to } = span;
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT DISTINCT d.border_point_id::text AS place FROM deployment d
    WHERE ${deployed(chosen)} AND EXISTS (
      SELECT FROM daily_return r WHERE ${current(scope)}
        AND ${from === undefined ? Prisma.sql`TRUE` : Prisma.sql`r.local_date >= ${from}::date`}
        AND ${to === undefined ? Prisma.sql`TRUE` : Prisma.sql`r.local_date <= ${to}::date`})`);
  return z
    .array(placeRow)
    .parse(rows)
    .map(({ place }) => place);
}
