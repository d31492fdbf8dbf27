import "server-only";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandReach, findSession, type FoundSession } from "../queries/find-session.ts";
import { demandDays } from "../rules.ts";
import type { PlanSession, SessionFields } from "../schema.ts";

type Made = { id: string };

/** Plans a session; it is held or cancelled later. */
export async function planSession(ctx: Ctx, input: PlanSession): Promise<Made> {
  demandReach(ctx.scope, input);
  const sent = await ctx.db.trainingSession.findFirst({ where: { id: input.id }, select: { id: true } });
  if (sent) return replay(ctx, input);
  demandDays(input);
  await demandParts(ctx, input);
  const { trainerIds, pointIds, ...fields } = input;
  await ctx.db.trainingSession.createMany({
    data: [
      {
        ...fields,
        startsOn: columnOf(input.startsOn),
        endsOn: columnOf(input.endsOn),
        state: "planned",
        createdById: ctx.actor.id,
        createdAt: ctx.now,
      },
    ],
  });
  await writeParts(ctx, input.id, { trainerIds, pointIds });
  audit(ctx, "training.planned", { ...entityOf(input), version: 1 });
  return { id: input.id };
}

/** The same plan sent twice has the effect of once; anything else under the same id is unusable. */
async function replay(ctx: Ctx, input: PlanSession): Promise<Made> {
  const kept = await findSession(ctx.db, ctx.scope, input.id);
  if (kept.createdById !== ctx.actor.id || kept.version !== 1 || changedFields(kept, input).length > 0)
    throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: input.id };
}

export const entityOf = ({
  id,
  countryCode,
  operationId,
}: Pick<FoundSession, "id" | "countryCode" | "operationId">) => ({
  entity: "training_session",
  id,
  country: countryCode,
  ...(operationId === null ? {} : { operationId }),
});

/** Names of the fields in which two versions differ; lists are compared as sets. */
export function changedFields(before: FoundSession, after: SessionFields): string[] {
  const plain = (value: unknown): unknown =>
    Array.isArray(value) ? JSON.stringify(value.map(String).toSorted((a, b) => a.localeCompare(b))) : value;
  const names = Object.keys(after).filter((name) => name in before && name !== "id" && name !== "version");
  return names.filter(
    (name) => plain(before[name as keyof FoundSession]) !== plain(after[name as keyof SessionFields]),
  );
}

/** The country takes part in the operation, and what is named exists within reach. */
export async function demandParts(ctx: Ctx, input: SessionFields): Promise<void> {
  const { operationId, countryCode } = input;
  if (operationId !== null) {
    const part = await ctx.db.participation.findFirst({
      where: { operationId, countryCode },
      select: { countryCode: true },
    });
    if (!part) throw new DomainError("invalid", "training.country_not_in_operation");
  }
  const pointIds = new Set(input.pointIds);
  const trainerIds = new Set(input.trainerIds);
  const points = await ctx.db.borderPoint.count({ where: { id: { in: [...pointIds] } } });
  const trainers = await ctx.db.organisation.count({ where: { id: { in: [...trainerIds] } } });
  if (points !== pointIds.size || trainers !== trainerIds.size)
    throw new DomainError("invalid", "training.part_not_found");
}

export async function writeParts(
  ctx: Ctx,
  sessionId: string,
  { trainerIds, pointIds }: Pick<SessionFields, "trainerIds" | "pointIds">,
): Promise<void> {
  await ctx.db.trainingTrainer.createMany({
    data: trainerIds.map((organisationId) => ({ sessionId, organisationId })),
    skipDuplicates: true,
  });
  await ctx.db.trainingPoint.createMany({
    data: pointIds.map((borderPointId) => ({ sessionId, borderPointId })),
    skipDuplicates: true,
  });
}
