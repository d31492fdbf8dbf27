import "server-only";
import { ownCountriesOf, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";

/** SQL: the present state of every access point within reach as `(access_point_id, state, on_date)`, dated up to a day. */
export function accessNowSql(scope: Scope, asOf: string): Prisma.Sql {
  const own = ownCountriesOf(scope);
  const reach = own === "all" ? Prisma.sql`TRUE` : Prisma.sql`s.country_code = ANY (${own})`;
  return Prisma.sql`
    SELECT DISTINCT ON (s.access_point_id) s.access_point_id, s.state, s.on_date FROM access_status s
    WHERE s.withdrawn_at IS NULL AND s.on_date <= ${asOf}::date AND ${reach}
    ORDER BY s.access_point_id, s.on_date DESC, s.recorded_at DESC NULLS LAST, s.state DESC`;
}

type Dated = { state: string; onDate: Date; recordedAt: Date | null; withdrawnAt: Date | null };
const WAY = ["requested", "approved", "installed", "tested", "live", "suspended", "withdrawn"];

/** Statuses that stand, oldest first: by day, then as they were entered. */
export function standing<Row extends Dated>(statuses: readonly Row[]): Row[] {
  return inOrder(statuses.filter(({ withdrawnAt }) => withdrawnAt === null));
}

/** All statuses oldest first, also those withdrawn as mistakes. */
export function inOrder<Row extends Dated>(statuses: readonly Row[]): Row[] {
  return statuses.toSorted(
    (a, b) =>
      a.onDate.getTime() - b.onDate.getTime() ||
      (a.recordedAt?.getTime() ?? 0) - (b.recordedAt?.getTime() ?? 0) ||
      WAY.indexOf(a.state) - WAY.indexOf(b.state),
  );
}
