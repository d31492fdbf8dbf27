import "server-only";
import type { Scope } from "#access/scope.ts";
import { dayRuleOf } from "#features/deployments/rules.ts";
import { getDeployment } from "#features/deployments/queries.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { isDayOver, returnDueAt } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import { receiptOf } from "../rules.ts";
import { mayOpen } from "./list-returns.ts";

const remark = { id: true, text: true, at: true, resolvedAt: true, byId: true } as const;
const earliest = { at: "asc" } as const;

function readReturn(db: Tx, id: string) {
  return db.dailyReturn.findUnique({
    where: { id },
    select: {
      id: true,
      operationId: true,
      countryCode: true,
      deploymentId: true,
      borderPointId: true,
      localDate: true,
      kind: true,
      noChecksReason: true,
      matchesStated: true,
      note: true,
      interim: true,
      onBehalf: true,
      offline: true,
      review: true,
      submittedById: true,
      submittedAt: true,
      validatedAt: true,
      validatedOnBehalf: true,
      reason: true,
      supersededAt: true,
      supersedes: { select: { id: true, submittedAt: true, review: true } },
      supersededBy: { select: { id: true, reason: true, submittedAt: true } },
      remarks: { where: { lineId: null, matchId: null }, orderBy: earliest, select: remark },
      lines: {
        orderBy: [{ database: "asc" }, { unit: "asc" }, { counts: "desc" }],
        select: {
          id: true,
          database: true,
          unit: true,
          direction: true,
          count: true,
          basis: true,
          counts: true,
          review: true,
          remarks: { orderBy: earliest, select: remark },
        },
      },
    },
  });
}

/** One point-day with its return, lines, matches, arrests, people and seizures, as its reviewer and its country read it. */
export async function getReturn(db: Tx, scope: Scope, asked: { id: string; actorId: string; now: Date }) {
  const row = await readReturn(db, asked.id);
  if (!row || !mayOpen(scope, { country: row.countryCode, operationId: row.operationId }))
    throw new DomainError("not_found", "not_found");
  const deployment = await getDeployment(db, scope, row.deploymentId);
  const localDate = dayOf(row.localDate);
  const rule = dayRuleOf(deployment);
  const { submittedById, remarks, lines, ...rest } = row;
  const say = said(asked.actorId);
  return {
    ...rest,
    localDate,
    receipt: receiptOf(row.id),
    mine: submittedById === asked.actorId,
    late: row.submittedAt > returnDueAt(localDate, rule),
    dayOver: isDayOver(localDate, rule, asked.now),
    point: deployment.point,
    timeZone: deployment.timeZone,
    operation: {
      slug: deployment.operation.slug,
      codename: deployment.operation.codename,
      exercise: deployment.operation.exercise,
    },
    remarks: remarks.map(say),
    lines: lines.map((line) => ({ ...line, remarks: line.remarks.map(say) })),
    ...(await resultsOfTheDay(db, row, asked.actorId)),
    readAt: asked.now,
  };
}

type Remark = { id: string; text: string; at: Date; resolvedAt: Date | null; byId: string };
/** Remarks say whether they are the reader's own, not whose they are. */
const said =
  (actorId: string) =>
  ({ byId, ...rest }: Remark) => ({ ...rest, mine: byId === actorId });

type Place = NonNullable<Awaited<ReturnType<typeof readReturn>>>;

async function resultsOfTheDay(
  db: Tx,
  { operationId, countryCode, borderPointId, localDate }: Place,
  actorId: string,
) {
  const here = { operationId, countryCode, borderPointId, localDate };
  const standing = { ...here, supersededAt: null };
  const matches = await db.match.findMany({
    where: { ...here, NOT: { closedReason: "test_record_voided" } },
    orderBy: { detectedAt: "asc" },
    take: 200,
    select: {
      id: true,
      reference: true,
      detectedAt: true,
      database: true,
      documentType: true,
      issuer: true,
      recordStatus: true,
      noticeColour: true,
      finding: true,
      state: true,
      review: true,
      recordedById: true,
      outcomes: {
        where: { supersededAt: null },
        orderBy: earliest,
        select: { id: true, kind: true, review: true },
      },
      remarks: { orderBy: earliest, select: remark },
    },
  });
  const counted = { id: true, count: true, review: true } as const;
  const arrests = await db.arrest.findMany({
    where: standing,
    take: 200,
    select: { ...counted, offence: true, state: true },
  });
  const people = await db.peopleOutcome.findMany({
    where: standing,
    take: 200,
    select: { ...counted, kind: true, ageGroup: true, sex: true },
  });
  const seizures = await db.seizure.findMany({
    where: standing,
    take: 200,
    select: { id: true, commodity: true, quantity: true, unit: true, review: true },
  });
  return {
    matches: matches.map(({ recordedById, remarks, ...match }) => ({
      ...match,
      mine: recordedById === actorId,
      remarks: remarks.map(said(actorId)),
    })),
    arrests,
    people,
    seizures: seizures.map((seizure) => ({ ...seizure, quantity: seizure.quantity.toString() })),
  };
}
