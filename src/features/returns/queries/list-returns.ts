import "server-only";
import { covers, keeping, type Scope } from "#access/scope.ts";
import { pageOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { countPointDays, listPointDays } from "./list-point-days.ts";
import { receiptOf } from "../rules.ts";
import { POINT_DAY_STATES } from "../rules/states.ts";
import type { PointDayFilter } from "../schema.ts";

/** Point-days with the header of their return: counts and who validated, never names. Matches are cases: see lib/suppress. */
export async function listReturns(db: Tx, scope: Scope, filter: PointDayFilter & { now: Date }) {
  const count = await countPointDays(db, scope, filter);
  const rows = await listPointDays(db, scope, filter);
  const headers = await headersOf(
    db,
    rows.flatMap((row) => (row.return_id === null ? [] : [row.return_id])),
  );
  const page = pageOf(
    rows.map((row) => {
      const header = row.return_id === null ? undefined : headers.get(row.return_id);
      return {
        deploymentId: row.deployment_id,
        localDate: row.local_date,
        returnId: row.return_id,
        state: row.state,
        resultsWaiting: row.more,
        countryCode: row.country_code,
        point: { id: row.point_id, name: row.point_name },
        operation: { codename: row.codename, slug: row.slug, exercise: row.exercise },
        header: header ? shownTo(scope, row.country_code, header) : null,
      };
    }),
    count(filter.state),
    filter,
  );
  return { ...page, counts: Object.fromEntries(POINT_DAY_STATES.map((state) => [state, count(state)])) };
}

type Header = Awaited<ReturnType<typeof readHeaders>>[number];

function readHeaders(db: Tx, ids: string[]) {
  return db.dailyReturn.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      operationId: true,
      kind: true,
      noChecksReason: true,
      matchesStated: true,
      interim: true,
      onBehalf: true,
      offline: true,
      submittedAt: true,
      supersedesId: true,
      validatedAt: true,
      validatedOnBehalf: true,
      lines: {
        select: {
          database: true,
          unit: true,
          direction: true,
          count: true,
          basis: true,
          counts: true,
          review: true,
        },
      },
    },
  });
}

async function headersOf(db: Tx, ids: string[]): Promise<Map<string, Header>> {
  const rows = await readHeaders(db, ids);
  return new Map(rows.map((row) => [row.id, row]));
}

function shownTo(scope: Scope, country: string, { onBehalf, operationId, supersedesId, ...header }: Header) {
  const { matchesStated, validatedOnBehalf, ...rest } = header;
  return {
    ...rest,
    receipt: receiptOf(header.id),
    matches: header.kind === "checks" ? matchesStated : null,
    onBehalf: onBehalf !== null,
    corrected: supersedesId !== null,
    validatedBy:
      header.validatedAt === null ? null : validatedOnBehalf ? ("headquarters" as const) : ("ncb" as const),
    mayOpen: mayOpen(scope, { country, operationId }),
  };
}

/** Leadership reads headers; the return itself is for the country and programme headquarters. */
export function mayOpen(scope: Scope, row: { country: string; operationId: string }): boolean {
  return covers(
    keeping(scope, ({ role }) => role !== "leadership"),
    row,
  );
}
