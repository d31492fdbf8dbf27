import "server-only";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { getDeployment, type DeploymentRow } from "#features/deployments/queries.ts";
import { demandReportableDay, receiptOf } from "../rules.ts";
import { fileReturnInput, type FileReturnInput } from "../schema.ts";
import { alreadyKept, demandOnBehalf, keepReturn, type Filed } from "./keep-return.ts";

/** Files the return of a point for one local day. A second one for the day is refused, showing the first by its receipt. */
export async function fileReturn(ctx: Ctx, input: FileReturnInput): Promise<Filed> {
  const sent = fileReturnInput.parse(input);
  const deployment = await getDeployment(ctx.db, ctx.scope, sent.deploymentId);
  demandOnBehalf(ctx, deployment, sent.onBehalf);
  const { interim } = demandReportableDay(deployment, sent.localDate, ctx.now);
  const kept = await keepReturn(ctx, sent, {
    deployment,
    localDate: sent.localDate,
    interim,
    supersedes: null,
  });
  if (!kept) return (await alreadyKept(ctx, sent, null)) ?? refuseTaken(ctx, deployment, sent.localDate);
  audit(ctx, "daily_return.filed", {
    entity: "daily_return",
    id: sent.id,
    country: deployment.countryCode,
    operationId: deployment.operationId,
    version: 1,
  });
  return { id: sent.id, receipt: receiptOf(sent.id) };
}

async function refuseTaken(ctx: Ctx, deployment: DeploymentRow, localDate: string): Promise<never> {
  const existing = await ctx.db.dailyReturn.findFirst({
    where: { deploymentId: deployment.id, localDate: columnOf(localDate), supersededAt: null },
    select: { id: true },
  });
  if (!existing) throw new DomainError("unusable", "id.not_usable");
  throw new DomainError("conflict", "return.already_filed", {
    values: { receipt: receiptOf(existing.id), returnId: existing.id },
  });
}
