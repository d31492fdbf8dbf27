import "server-only";
import type { z } from "zod";
import { covers, keeping } from "#access/scope.ts";
import { columnOf, dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { isDayOver } from "#lib/period.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { getDeployment, type DeploymentRow } from "#features/deployments/queries.ts";
import { dayRuleOf } from "#features/deployments/rules.ts";
import { validatePointDayInput } from "../schema.ts";

/** Whether the return (or some of its lines) and how many rows of each other kind became validated. */
export type Validated = {
  id: string;
  return: boolean;
  matches: number;
  outcomes: number;
  arrests: number;
  people: number;
  seizures: number;
};

/** Validates a point-day in one act: the return with its lines, matches and outcomes, arrests, people, seizures; queried rows wait. */
export async function validatePointDay(
  ctx: Ctx,
  input: z.input<typeof validatePointDayInput>,
): Promise<Validated> {
  const asked = validatePointDayInput.parse(input);
  const deployment = await getDeployment(ctx.db, ctx.scope, asked.deploymentId);
  const onBehalf = isOnBehalf(ctx, deployment);
  const returned =
    asked.returnId === null
      ? false
      : await validateTheReturn(ctx, deployment, { ...asked, id: asked.returnId, onBehalf });
  const rest = await validateTheRest(ctx, deployment, { ...asked, onBehalf });
  const touched = returned || Object.values(rest).some((n) => n > 0);
  if (!touched) auditUnchanged(ctx);
  return { id: asked.returnId ?? asked.deploymentId, return: returned, ...rest };
}

/** A reviewer of every country stands in for the country's own, and is named as such. */
function isOnBehalf(ctx: Ctx, deployment: DeploymentRow): boolean {
  const row = { country: deployment.countryCode, operationId: deployment.operationId };
  return !covers(
    keeping(ctx.scope, ({ countries }) => countries !== "all"),
    row,
  );
}

type Act = { id: string; localDate: string; onBehalf: boolean };

async function validateTheReturn(ctx: Ctx, deployment: DeploymentRow, act: Act): Promise<boolean> {
  const row = await ctx.db.dailyReturn.findUnique({
    where: { id: act.id },
    select: {
      deploymentId: true,
      localDate: true,
      review: true,
      interim: true,
      submittedById: true,
      supersededAt: true,
      version: true,
      remarks: { where: { resolvedAt: null, matchId: null }, select: { lineId: true } },
    },
  });
  if (!row || row.deploymentId !== deployment.id || dayOf(row.localDate) !== act.localDate)
    throw new DomainError("not_found", "not_found");
  if (row.supersededAt !== null) throw new DomainError("conflict", "return.superseded");
  if (row.submittedById === ctx.actor.id) throw new DomainError("conflict", "row.four_eyes");
  if (row.interim && !isDayOver(act.localDate, dayRuleOf(deployment), ctx.now))
    throw new DomainError("conflict", "return.day_not_over");
  if (row.review === "validated") return false;
  // A question on the return as a whole holds up all of it; one on a line only that line.
  if (row.remarks.some(({ lineId }) => lineId === null)) return false;
  const lines = await ctx.db.returnLine.updateMany({
    where: { returnId: act.id, review: "submitted", supersededAt: null },
    data: { review: "validated" },
  });
  const queried = row.remarks.length > 0;
  if (!queried)
    await ctx.db.dailyReturn.update({
      where: { id: act.id },
      data: {
        review: "validated",
        ...stamp(ctx),
        validatedOnBehalf: act.onBehalf,
        version: { increment: 1 },
      },
      select: { id: true },
    });
  if (queried && lines.count === 0) return false;
  audit(ctx, queried ? "daily_return.lines_validated" : "daily_return.validated", {
    entity: "daily_return",
    id: act.id,
    country: deployment.countryCode,
    operationId: deployment.operationId,
    version: row.version + (queried ? 0 : 1),
    fields: ["review", ...(act.onBehalf ? ["validatedOnBehalf"] : [])],
  });
  return true;
}

const stamp = (ctx: Ctx) => ({ validatedById: ctx.actor.id, validatedAt: ctx.now });

async function validateTheRest(
  ctx: Ctx,
  deployment: DeploymentRow,
  act: { localDate: string; onBehalf: boolean; seenAt: Date | null },
) {
  const { db } = ctx;
  const waiting = {
    operationId: deployment.operationId,
    countryCode: deployment.countryCode,
    localDate: columnOf(act.localDate),
    review: "submitted" as const,
    recordedById: { not: ctx.actor.id },
    ...(act.seenAt === null ? {} : { recordedAt: { lte: act.seenAt } }),
  };
  const borderPointId = deployment.borderPointId;
  const current = { supersededAt: null };
  const data = { review: "validated" as const, ...stamp(ctx), validatedOnBehalf: act.onBehalf };
  const raised = { ...data, version: { increment: 1 } };
  const matches = await db.match.updateMany({
    where: { ...waiting, borderPointId },
    data: raised,
  });
  const outcomes = await db.outcome.updateMany({
    where: { ...waiting, ...current, match: { borderPointId } },
    data,
  });
  const arrests = await db.arrest.updateMany({
    where: { ...waiting, ...current, borderPointId },
    data: raised,
  });
  const people = await db.peopleOutcome.updateMany({
    where: { ...waiting, ...current, borderPointId },
    data: raised,
  });
  const seizures = await db.seizure.updateMany({
    where: { ...waiting, ...current, borderPointId },
    data: raised,
  });
  const counts = {
    matches: matches.count,
    outcomes: outcomes.count,
    arrests: arrests.count,
    people: people.count,
    seizures: seizures.count,
  };
  if (Object.values(counts).some((n) => n > 0))
    audit(ctx, "point_day.validated", {
      entity: "deployment",
      id: deployment.id,
      country: deployment.countryCode,
      operationId: deployment.operationId,
      fields: Object.entries(counts).flatMap(([kind, n]) => (n > 0 ? [kind] : [])),
    });
  return counts;
}
