import "server-only";
import type { z } from "zod";
import { covers, keeping } from "#access/scope.ts";
import type { DeploymentRow } from "#features/deployments/queries.ts";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { LocalDate } from "#lib/period.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { markCounting, receiptOf, saysTheSame } from "../rules.ts";
import type { fileReturnInput } from "../schema.ts";

export type Filed = { id: string; receipt: string };
type Sent = Pick<z.output<typeof fileReturnInput>, "id" | "content" | "note" | "onBehalf" | "offline">;
export type Place = {
  deployment: DeploymentRow;
  localDate: LocalDate;
  interim: boolean;
  supersedes: { id: string; reason: string } | null;
};

/** People who file for every country say for whom and how they know; a liaison of the country may say it too. */
export function demandOnBehalf(ctx: Ctx, deployment: DeploymentRow, onBehalf: string | null): void {
  const row = { country: deployment.countryCode, operationId: deployment.operationId };
  const own = covers(
    keeping(ctx.scope, ({ countries }) => countries !== "all"),
    row,
  );
  if (!own && onBehalf === null) throw new DomainError("invalid", "return.on_behalf_needed");
}

/** The return already kept under this id by the same person with the same content, or null; anything else is not usable. */
export async function alreadyKept(ctx: Ctx, sent: Sent, supersedesId: string | null): Promise<Filed | null> {
  const kept = await ctx.db.dailyReturn.findUnique({
    where: { id: sent.id },
    select: {
      kind: true,
      noChecksReason: true,
      matchesStated: true,
      note: true,
      onBehalf: true,
      submittedById: true,
      supersedesId: true,
      lines: { select: { id: true, database: true, unit: true, direction: true, count: true, basis: true } },
    },
  });
  if (!kept) return null;
  if (kept.submittedById !== ctx.actor.id || kept.supersedesId !== supersedesId || !saysTheSame(kept, sent))
    throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: sent.id, receipt: receiptOf(sent.id) };
}

/** Writes the return and its lines. False when the id or the day is taken: the caller finds out which. */
export async function keepReturn(ctx: Ctx, sent: Sent, place: Place): Promise<boolean> {
  const { deployment, localDate } = place;
  const { content } = sent;
  const of = {
    operationId: deployment.operationId,
    countryCode: deployment.countryCode,
    borderPointId: deployment.borderPointId,
    localDate: columnOf(localDate),
  };
  // Skipping instead of failing keeps the transaction usable when the same send arrives twice at once.
  const { count } = await ctx.db.dailyReturn.createMany({
    skipDuplicates: true,
    data: {
      id: sent.id,
      ...of,
      deploymentId: deployment.id,
      kind: content.kind,
      noChecksReason: content.kind === "no_checks" ? content.reason : null,
      matchesStated: content.kind === "checks" ? content.matchesStated : 0,
      note: sent.note === "" ? null : sent.note,
      interim: place.interim,
      onBehalf: sent.onBehalf,
      offline: sent.offline,
      submittedById: ctx.actor.id,
      submittedAt: ctx.now,
      supersedesId: place.supersedes?.id ?? null,
      reason: place.supersedes?.reason ?? null,
    },
  });
  if (count === 0) return false;
  if (content.kind === "checks")
    await ctx.db.returnLine.createMany({
      data: markCounting(content.lines, deployment.operation.countingBasis).map((line) => ({
        ...line,
        ...of,
        returnId: sent.id,
      })),
    });
  return true;
}
