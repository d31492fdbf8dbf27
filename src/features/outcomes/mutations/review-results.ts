import "server-only";
import { receiptOf } from "#features/returns/rules.ts";
import { DomainError } from "#lib/errors.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findResult } from "../queries/find-result.ts";
import type { Fact } from "../queries/result-facts.ts";
import type { QueryResult, ValidateResults } from "../schema/correct.ts";
import type { ResultKind } from "../rules.ts";
import { auditResult, changeResult, demandSeen, isOnBehalf, settleRemarks } from "./change-result.ts";
import type { Made } from "./enter-result.ts";

/** The country's reviewer, never the recorder, validates what was on the screen: all of it or none. */
export async function validateResults(
  ctx: Ctx,
  { results }: ValidateResults,
): Promise<{ validated: number }> {
  let validated = 0;
  for (const asked of results) {
    const found = await findResult(ctx.db, ctx.scope, asked);
    if (found.review === "validated" && found.supersededAt === null) continue;
    demandSeen(found, asked.version);
    if (found.recordedById === ctx.actor.id) throw new DomainError("conflict", "row.four_eyes");
    // What was asked waits for its answer; asking back and validating at once would hide it.
    if (found.review === "queried") throw new DomainError("conflict", "result.still_queried");
    const validatedOnBehalf = isOnBehalf(ctx, found);
    const seal = { validatedById: ctx.actor.id, validatedAt: ctx.now, validatedOnBehalf };
    await changeResult(ctx, asked.kind, { found, data: { review: "validated", ...seal } });
    auditResult(ctx, asked.kind, {
      verb: "validated",
      found,
      id: found.id,
      version: found.version + 1,
      fields: ["review", ...(validatedOnBehalf ? ["validatedOnBehalf"] : [])],
    });
    validated += 1;
  }
  if (validated === 0) auditUnchanged(ctx);
  return { validated };
}

/** The reviewer asks the recorder something; the row waits for the answer and stays preliminary. */
export async function queryResult(ctx: Ctx, input: QueryResult): Promise<{ id: string }> {
  const found = await findResult(ctx.db, ctx.scope, input);
  if (await alreadyRemarked(ctx, input)) return { id: found.id };
  demandSeen(found, input.version);
  if (found.review === "validated") throw new DomainError("conflict", "row.validated_is_fixed");
  await changeResult(ctx, input.kind, { found, data: { review: "queried" } });
  await remark(ctx, { found, kind: input.kind }, { ...input, resolvedAt: null });
  auditResult(ctx, input.kind, {
    verb: "queried",
    found,
    id: found.id,
    version: found.version + 1,
    fields: ["review"],
  });
  return { id: found.id };
}

/** The recorder's answer: every open question is settled and the row waits for the reviewer again. */
export async function answerResult(ctx: Ctx, input: QueryResult): Promise<Made> {
  const found = await findResult(ctx.db, ctx.scope, input);
  const answered = { id: found.id, receipt: receiptOf(input.remarkId) };
  if (await alreadyRemarked(ctx, input)) return answered;
  demandSeen(found, input.version);
  if (found.review !== "queried") throw new DomainError("conflict", "match.nothing_asked");
  await changeResult(ctx, input.kind, { found, data: { review: "submitted" } });
  await settleRemarks(ctx, found.id);
  await remark(ctx, { found, kind: input.kind }, { ...input, resolvedAt: ctx.now });
  auditResult(ctx, input.kind, {
    verb: "query_answered",
    found,
    id: found.id,
    version: found.version + 1,
    fields: ["review"],
  });
  return answered;
}

async function alreadyRemarked(ctx: Ctx, input: QueryResult): Promise<boolean> {
  const sent = await ctx.db.reviewRemark.findFirst({
    where: { id: input.remarkId, resultId: input.id },
    select: { text: true, byId: true },
  });
  if (sent === null) return false;
  if (sent.byId !== ctx.actor.id || sent.text !== input.text)
    throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return true;
}

async function remark(
  ctx: Ctx,
  { found, kind }: { found: Fact; kind: ResultKind },
  said: { remarkId: string; text: string; resolvedAt: Date | null },
): Promise<void> {
  await ctx.db.reviewRemark.createMany({
    data: [
      {
        id: said.remarkId,
        operationId: found.operationId,
        countryCode: found.countryCode,
        resultId: found.id,
        resultKind: kind,
        text: said.text,
        byId: ctx.actor.id,
        at: ctx.now,
        resolvedAt: said.resolvedAt,
      },
    ],
  });
}
