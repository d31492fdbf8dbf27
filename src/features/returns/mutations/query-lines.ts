import "server-only";
import type { z } from "zod";
import { covers } from "#access/scope.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { queryLinesInput } from "../schema.ts";

type Asked = z.output<typeof queryLinesInput>;

/** Asks back on lines, matches of the day, or the return as a whole; what is queried is left out when the day is validated. */
export async function queryLines(ctx: Ctx, input: z.input<typeof queryLinesInput>): Promise<{ id: string }> {
  const asked = queryLinesInput.parse(input);
  const row = await queried(ctx, asked.returnId);
  const lineIds = asked.remarks.flatMap(({ lineId }) => (lineId === null ? [] : [lineId]));
  const matchIds = asked.remarks.flatMap(({ matchId }) => (matchId === null ? [] : [matchId]));
  const of = { operationId: row.operationId, countryCode: row.countryCode };
  const { count } = await ctx.db.reviewRemark.createMany({
    skipDuplicates: true,
    data: asked.remarks.map((remark) => ({
      ...remark,
      ...of,
      returnId: row.id,
      byId: ctx.actor.id,
      at: ctx.now,
    })),
  });
  if (count < asked.remarks.length) return sentBefore(ctx, asked, count);
  if (row.supersededAt !== null) throw new DomainError("conflict", "return.superseded");
  await markLines(ctx, row.id, lineIds);
  await markMatches(ctx, row, matchIds);
  if (asked.remarks.some(({ matchId }) => matchId === null)) {
    if (row.review === "validated") throw new DomainError("conflict", "row.validated_is_fixed");
    await ctx.db.dailyReturn.update({
      where: { id: row.id },
      data: { review: "queried", version: { increment: 1 } },
      select: { id: true },
    });
  }
  audit(ctx, "daily_return.queried", {
    entity: "daily_return",
    id: row.id,
    country: row.countryCode,
    operationId: row.operationId,
  });
  return { id: row.id };
}

async function queried(ctx: Ctx, id: string) {
  const row = await ctx.db.dailyReturn.findUnique({
    where: { id },
    select: {
      id: true,
      operationId: true,
      countryCode: true,
      borderPointId: true,
      localDate: true,
      review: true,
      supersededAt: true,
    },
  });
  if (!row || !covers(ctx.scope, { country: row.countryCode, operationId: row.operationId }))
    throw new DomainError("not_found", "not_found");
  return { ...row, day: dayOf(row.localDate) };
}

async function markLines(ctx: Ctx, returnId: string, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { count } = await ctx.db.returnLine.updateMany({
    where: { id: { in: ids }, returnId, review: { in: ["submitted", "queried"] } },
    data: { review: "queried" },
  });
  if (count !== new Set(ids).size) throw new DomainError("not_found", "not_found");
}

type Day = Awaited<ReturnType<typeof queried>>;

async function markMatches(ctx: Ctx, day: Day, ids: string[]): Promise<void> {
  if (ids.length === 0) return;
  const { count } = await ctx.db.match.updateMany({
    where: {
      id: { in: ids },
      operationId: day.operationId,
      borderPointId: day.borderPointId,
      localDate: day.localDate,
      review: { in: ["submitted", "queried"] },
    },
    data: { review: "queried", version: { increment: 1 } },
  });
  if (count !== new Set(ids).size) throw new DomainError("not_found", "not_found");
}

/** Some of the ids were there: the same thing sent twice, or not usable. */
async function sentBefore(ctx: Ctx, asked: Asked, written: number): Promise<{ id: string }> {
  const kept = await ctx.db.reviewRemark.findMany({
    where: { id: { in: asked.remarks.map(({ id }) => id) }, byId: ctx.actor.id, returnId: asked.returnId },
    select: { id: true, text: true, lineId: true, matchId: true },
  });
  const same = asked.remarks.every((remark) =>
    kept.some(
      (row) =>
        row.id === remark.id &&
        row.text === remark.text &&
        row.lineId === remark.lineId &&
        row.matchId === remark.matchId,
    ),
  );
  if (!same || written > 0) throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: asked.returnId };
}
