import "server-only";
import type { z } from "zod";
import { covers } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { receiptOf } from "../rules.ts";
import { answerRemarkInput } from "../schema.ts";
import type { Filed } from "./keep-return.ts";

/** The country answers what the reviewer asked; once nothing is open on a row it waits for the reviewer again. */
export async function answerRemark(ctx: Ctx, input: z.input<typeof answerRemarkInput>): Promise<Filed> {
  const answer = answerRemarkInput.parse(input);
  const asked = await remarkAsked(ctx, answer.remarkId);
  const { operationId, countryCode, returnId, lineId, matchId } = asked;
  const { count } = await ctx.db.reviewRemark.createMany({
    skipDuplicates: true,
    data: {
      id: answer.id,
      operationId,
      countryCode,
      returnId,
      lineId,
      matchId,
      text: answer.text,
      byId: ctx.actor.id,
      at: ctx.now,
      resolvedAt: ctx.now,
    },
  });
  if (count === 0) return sentBefore(ctx, answer);
  const resolved = await ctx.db.reviewRemark.updateMany({
    where: { id: asked.id, resolvedAt: null },
    data: { resolvedAt: ctx.now },
  });
  if (resolved.count === 0) throw new DomainError("conflict", "return.remark_answered");
  await waitAgain(ctx, asked);
  audit(ctx, "daily_return.answered", {
    entity: "daily_return",
    id: returnId ?? matchId ?? asked.id,
    country: countryCode,
    operationId,
  });
  return { id: answer.id, receipt: receiptOf(answer.id) };
}

type Asked = Awaited<ReturnType<typeof remarkAsked>>;

async function remarkAsked(ctx: Ctx, id: string) {
  const row = await ctx.db.reviewRemark.findUnique({
    where: { id },
    select: { id: true, operationId: true, countryCode: true, returnId: true, lineId: true, matchId: true },
  });
  if (!row || !covers(ctx.scope, { country: row.countryCode, operationId: row.operationId }))
    throw new DomainError("not_found", "not_found");
  return row;
}

async function waitAgain(ctx: Ctx, { returnId, lineId, matchId }: Asked): Promise<void> {
  const { db } = ctx;
  const submitted = { review: "submitted" as const };
  if (matchId !== null) {
    const open = await db.reviewRemark.count({ where: { matchId, resolvedAt: null } });
    if (open === 0) await db.match.updateMany({ where: { id: matchId, review: "queried" }, data: submitted });
    return;
  }
  if (lineId !== null) {
    const open = await db.reviewRemark.count({ where: { lineId, resolvedAt: null } });
    if (open === 0)
      await db.returnLine.updateMany({ where: { id: lineId, review: "queried" }, data: submitted });
  }
  if (returnId === null) return;
  const open = await db.reviewRemark.count({ where: { returnId, matchId: null, resolvedAt: null } });
  if (open === 0)
    await db.dailyReturn.updateMany({
      where: { id: returnId, review: "queried", supersededAt: null },
      data: { ...submitted, version: { increment: 1 } },
    });
}

async function sentBefore(ctx: Ctx, answer: z.output<typeof answerRemarkInput>): Promise<Filed> {
  const kept = await ctx.db.reviewRemark.findUnique({
    where: { id: answer.id },
    select: { text: true, byId: true },
  });
  if (!kept || kept.byId !== ctx.actor.id || kept.text !== answer.text)
    throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return { id: answer.id, receipt: receiptOf(answer.id) };
}
