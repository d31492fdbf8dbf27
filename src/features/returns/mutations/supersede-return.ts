import "server-only";
import { covers } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { isDayOver } from "#lib/period.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { getDeployment } from "#features/deployments/queries.ts";
import { dayRuleOf } from "#features/deployments/rules.ts";
import { receiptOf } from "../rules.ts";
import { supersedeReturnInput, type SupersedeReturnInput } from "../schema.ts";
import { alreadyKept, demandOnBehalf, keepReturn, type Filed } from "./keep-return.ts";

/** Corrects a return, also a validated one: the old stands superseded with its lines, the new one waits for the reviewer again. */
export async function supersedeReturn(ctx: Ctx, input: SupersedeReturnInput): Promise<Filed> {
  const sent = supersedeReturnInput.parse(input);
  const old = await current(ctx, sent.supersedesId);
  const deployment = await getDeployment(ctx.db, ctx.scope, old.deploymentId);
  demandOnBehalf(ctx, deployment, sent.onBehalf);
  const localDate = dayOf(old.localDate);
  const { count } = await ctx.db.dailyReturn.updateMany({
    where: { id: old.id, supersededAt: null },
    data: { supersededAt: ctx.now, version: { increment: 1 } },
  });
  if (count === 0) return (await alreadyKept(ctx, sent, old.id)) ?? refuseSuperseded();
  await ctx.db.returnLine.updateMany({ where: { returnId: old.id }, data: { supersededAt: ctx.now } });
  const kept = await keepReturn(ctx, sent, {
    deployment,
    localDate,
    interim: !isDayOver(localDate, dayRuleOf(deployment), ctx.now),
    supersedes: { id: old.id, reason: sent.reason },
  });
  if (!kept) throw new DomainError("unusable", "id.not_usable");
  await ctx.db.reviewRemark.updateMany({
    where: { returnId: old.id, matchId: null, resolvedAt: null },
    data: { resolvedAt: ctx.now },
  });
  const of = { entity: "daily_return", country: old.countryCode, operationId: old.operationId };
  audit(ctx, "daily_return.superseded", {
    ...of,
    id: old.id,
    version: old.version + 1,
    fields: ["supersededAt"],
  });
  audit(ctx, "daily_return.filed", { ...of, id: sent.id, version: 1, fields: ["reason", "supersedesId"] });
  return { id: sent.id, receipt: receiptOf(sent.id) };
}

async function current(ctx: Ctx, id: string) {
  const row = await ctx.db.dailyReturn.findUnique({
    where: { id },
    select: {
      id: true,
      deploymentId: true,
      operationId: true,
      countryCode: true,
      localDate: true,
      version: true,
    },
  });
  if (!row || !covers(ctx.scope, { country: row.countryCode, operationId: row.operationId }))
    throw new DomainError("not_found", "not_found");
  return row;
}

function refuseSuperseded(): never {
  throw new DomainError("conflict", "return.superseded");
}
