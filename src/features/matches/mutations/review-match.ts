import "server-only";
import { DomainError } from "#lib/errors.ts";
import { receiptOf } from "#lib/receipt.ts";
import { auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findMatch, type FoundMatch } from "../queries/find-match.ts";
import type { QueryMatch, ValidateMatch } from "../schema.ts";
import { auditMatch, changeMatch, demandVersion } from "./take-step.ts";

/** The reviewer asks the recorder something about a match; it waits for the answer. */
export async function queryMatch(ctx: Ctx, input: QueryMatch): Promise<{ id: string }> {
  const match = await findMatch(ctx.db, ctx.scope, input.id);
  if (await alreadyRemarked(ctx, match, input)) return { id: match.id };
  demandVersion(match, input.version);
  if (match.review === "validated") throw new DomainError("conflict", "row.validated_is_fixed");
  await changeMatch(ctx, match, { review: "queried" });
  await remark(ctx, match, input);
  auditMatch(ctx, match, { action: "match.queried", fields: ["review"] });
  return { id: match.id };
}

/** The recorder's answer: every open question is settled and the match goes back to the reviewer. */
export async function answerQuery(ctx: Ctx, input: QueryMatch): Promise<{ id: string; receipt: string }> {
  const match = await findMatch(ctx.db, ctx.scope, input.id);
  const answered = { id: match.id, receipt: receiptOf(input.remarkId) };
  if (await alreadyRemarked(ctx, match, input)) return answered;
  demandVersion(match, input.version);
  if (match.review !== "queried") throw new DomainError("conflict", "match.nothing_asked");
  await changeMatch(ctx, match, { review: "submitted" });
  await settle(ctx, match.id);
  await remark(ctx, match, { ...input, resolvedAt: ctx.now });
  auditMatch(ctx, match, { action: "match.query_answered", fields: ["review"] });
  return answered;
}

/** The country's reviewer, never its recorder, validates a match and what came of it. */
export async function validateMatch(ctx: Ctx, input: ValidateMatch): Promise<{ id: string }> {
  const match = await findMatch(ctx.db, ctx.scope, input.id);
  if (match.review === "validated") {
    auditUnchanged(ctx);
    return { id: match.id };
  }
  demandVersion(match, input.version);
  if (match.recordedById === ctx.actor.id) throw new DomainError("conflict", "row.four_eyes");
  const seal = { review: "validated" as const, validatedById: ctx.actor.id, validatedAt: ctx.now };
  const validatedOnBehalf = !hasOwnCountry(ctx, match.countryCode);
  await changeMatch(ctx, match, { ...seal, validatedOnBehalf });
  await ctx.db.outcome.updateMany({
    where: {
      matchId: match.id,
      review: { not: "validated" },
      supersededAt: null,
      recordedById: { not: ctx.actor.id },
    },
    data: { ...seal, validatedOnBehalf },
  });
  await settle(ctx, match.id);
  auditMatch(ctx, match, { action: "match.validated", fields: ["review"] });
  return { id: match.id };
}

/** What was asked waits no longer: it was answered, or the reviewer is content. */
async function settle(ctx: Ctx, matchId: string): Promise<void> {
  await ctx.db.reviewRemark.updateMany({
    where: { matchId, resolvedAt: null },
    data: { resolvedAt: ctx.now },
  });
}

/** Headquarters validates only in place of the country, and is named as such. */
function hasOwnCountry(ctx: Ctx, country: string): boolean {
  return ctx.scope.grants.some((grant) => grant.countries !== "all" && grant.countries.includes(country));
}

async function alreadyRemarked(ctx: Ctx, match: FoundMatch, input: QueryMatch): Promise<boolean> {
  const sent = await ctx.db.reviewRemark.findFirst({
    where: { id: input.remarkId, matchId: match.id },
    select: { text: true, byId: true },
  });
  if (sent === null) return false;
  if (sent.byId !== ctx.actor.id || sent.text !== input.text)
    throw new DomainError("unusable", "id.not_usable");
  auditUnchanged(ctx);
  return true;
}

async function remark(ctx: Ctx, match: FoundMatch, said: QueryMatch & { resolvedAt?: Date }): Promise<void> {
  await ctx.db.reviewRemark.createMany({
    data: [
      {
        id: said.remarkId,
        operationId: match.operationId,
        countryCode: match.countryCode,
        matchId: match.id,
        text: said.text,
        byId: ctx.actor.id,
        at: ctx.now,
        resolvedAt: said.resolvedAt ?? null,
      },
    ],
  });
}
