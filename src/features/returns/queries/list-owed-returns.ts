import "server-only";
import type { Scope } from "#access/scope.ts";
import { listReportingDeployments } from "#features/deployments/queries.ts";
import { dayRuleOf, missingDays } from "#features/deployments/rules.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { operationalDayOf, returnDueAt, type LocalDate } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";

/**
 * Every reporting point within reach with the local days that are over and have no return, earliest first. Points that owe
 * nothing are listed too (`missing` empty): today's interim return can be filed for them.
 */
export function listOwedReturns(db: Tx, scope: Scope, now: Date) {
  return listOwedInWorld(db, scope, { now });
}

/** The same for real operations or for the exercise alone, so that one is never filed in place of the other. */
export async function listOwedInWorld(db: Tx, scope: Scope, asked: { now: Date; exercise?: boolean }) {
  const { now, ...world } = asked;
  const deployments = await listReportingDeployments(db, scope, world);
  const filed = await filedDays(
    db,
    deployments.map(({ id }) => id),
  );
  return deployments.map((deployment) => {
    const rule = dayRuleOf(deployment);
    const days = filed.get(deployment.id) ?? new Set<LocalDate>();
    const missing = missingDays(deployment, days, now);
    const today = operationalDayOf(now, rule);
    const dueAt = missing[0] === undefined ? null : returnDueAt(missing[0], rule);
    return {
      deploymentId: deployment.id,
      countryCode: deployment.countryCode,
      point: deployment.point,
      timeZone: deployment.timeZone,
      dayStartsAt: deployment.dayStartsAt,
      operation: {
        id: deployment.operationId,
        slug: deployment.operation.slug,
        codename: deployment.operation.codename,
        exercise: deployment.operation.exercise,
      },
      missing,
      dueAt,
      overdue: dueAt !== null && dueAt < now,
      today,
      todayFiled: days.has(today),
    };
  });
}
export type OwedReturns = Awaited<ReturnType<typeof listOwedReturns>>;

async function filedDays(db: Tx, deploymentIds: string[]): Promise<Map<string, Set<LocalDate>>> {
  const rows = await db.dailyReturn.findMany({
    where: { deploymentId: { in: deploymentIds }, supersededAt: null },
    select: { deploymentId: true, localDate: true },
  });
  const days = new Map<string, Set<LocalDate>>();
  for (const { deploymentId, localDate } of rows) {
    const known = days.get(deploymentId) ?? new Set();
    days.set(deploymentId, known.add(dayOf(localDate)));
  }
  return days;
}
