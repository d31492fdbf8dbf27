import "server-only";
import type { Scope } from "#access/scope.ts";
import type { AccessSystem, CountingBasis, Database } from "#generated/prisma/enums.ts";
import { getDeployment, type DeploymentRow } from "#features/deployments/queries.ts";
import { dayRuleOf } from "#features/deployments/rules.ts";
import { columnOf, dayOf } from "#lib/calendar-day.ts";
import { addDays, isDayOver, operationalDaySpan, type LocalDate } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import { basisOfSystem, formLines, receiptOf } from "../rules.ts";

type Asked = { deploymentId: string; localDate: LocalDate };

/** Everything the form of one point and day opens with: its lines with running totals and what is usual, matches, what is filed. */
export async function getReturnForm(db: Tx, scope: Scope, asked: Asked & { now: Date }) {
  const deployment = await getDeployment(db, scope, asked.deploymentId);
  const rule = dayRuleOf(deployment);
  const existing = await currentReturn(db, asked);
  const past = await pastLines(db, asked);
  const lines = formLines({
    localDate: asked.localDate,
    offered: await databasesHere(db, deployment.borderPointId),
    past,
    totals: await totalsSoFar(db, deployment),
    filed: existing?.lines ?? [],
  });
  return {
    deploymentId: deployment.id,
    countryCode: deployment.countryCode,
    point: deployment.point,
    timeZone: deployment.timeZone,
    dayStartsAt: deployment.dayStartsAt,
    daySpan: operationalDaySpan(asked.localDate, rule),
    dayOver: isDayOver(asked.localDate, rule, asked.now),
    localDate: asked.localDate,
    operation: { id: deployment.operationId, ...deployment.operation },
    lines,
    existing,
    matches: await matchesOfTheDay(db, deployment, asked.localDate),
    onBehalf: !scope.grants.some(
      (grant) => grant.countries !== "all" && grant.countries.includes(deployment.countryCode),
    ),
  };
}

async function currentReturn(db: Tx, { deploymentId, localDate }: Asked) {
  const row = await db.dailyReturn.findFirst({
    where: { deploymentId, localDate: columnOf(localDate), supersededAt: null },
    select: {
      id: true,
      kind: true,
      noChecksReason: true,
      matchesStated: true,
      note: true,
      onBehalf: true,
      interim: true,
      review: true,
      submittedAt: true,
      lines: {
        select: { database: true, unit: true, direction: true, count: true, basis: true, counts: true },
      },
    },
  });
  return row && { ...row, receipt: receiptOf(row.id) };
}

async function pastLines(db: Tx, { deploymentId, localDate }: Asked) {
  const rows = await db.returnLine.findMany({
    where: {
      counts: true,
      return: {
        deploymentId,
        supersededAt: null,
        localDate: { gte: columnOf(addDays(localDate, -56)), lt: columnOf(localDate) },
      },
    },
    select: { database: true, unit: true, count: true, basis: true, localDate: true },
  });
  return rows.map((row) => ({ ...row, localDate: dayOf(row.localDate) }));
}

async function databasesHere(
  db: Tx,
  borderPointId: string,
): Promise<{ database: Database; basis: CountingBasis }[]> {
  const points = await db.accessPoint.findMany({
    where: { borderPointId },
    select: {
      system: true,
      databases: true,
      statuses: { orderBy: { onDate: "desc" }, take: 1, select: { state: true } },
    },
  });
  const live = points.filter(
    ({ statuses }) => statuses[0]?.state === "live" || statuses[0]?.state === "tested",
  );
  return live.flatMap(({ system, databases }: { system: AccessSystem; databases: Database[] }) =>
    databases.map((database) => ({ database, basis: basisOfSystem(system) })),
  );
}

async function totalsSoFar(db: Tx, { operationId, countryCode }: DeploymentRow) {
  const groups = await db.dailyTotal.groupBy({
    by: ["database", "unit"],
    where: { operationId, countryCode, measure: "checks" },
    _sum: { total: true },
  });
  return groups.map(({ database, unit, _sum }) => ({ database, unit, total: Number(_sum.total ?? 0) }));
}

function matchesOfTheDay(db: Tx, { operationId, borderPointId }: DeploymentRow, localDate: LocalDate) {
  return db.match.findMany({
    where: {
      operationId,
      borderPointId,
      localDate: columnOf(localDate),
      NOT: { closedReason: "test_record_voided" },
    },
    orderBy: { detectedAt: "asc" },
    take: 200,
    select: {
      id: true,
      reference: true,
      database: true,
      documentType: true,
      issuer: true,
      state: true,
      detectedAt: true,
    },
  });
}
