import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import type { FoundMatch } from "../queries/find-match.ts";
import { askedCountryOf } from "../rules/asked.ts";
import type { ConfirmNationally, MarkNoReply, RecordReply, RequestConfirmation } from "../schema.ts";
import { takeStep } from "./take-step.ts";

/** Tracks that confirmation was asked for; a country asked sees the request here, an organisation has no liaison to see it. */
export function requestConfirmation(ctx: Ctx, input: RequestConfirmation): Promise<{ id: string }> {
  const { requestId, ...step } = input;
  return takeStep(ctx, step, {
    action: { do: "request" },
    first: async (match) => {
      const askedCountry = askedCountryOf(match);
      if (askedCountry === null) return;
      await ctx.db.confirmationRequest.createMany({
        data: [{ id: requestId, ...(await requestOf(ctx, match)), askedCountry, askedAt: step.at }],
      });
      return { confirmationRequestId: requestId };
    },
  });
}

/** All that the asked country gets to see. */
async function requestOf(ctx: Ctx, match: FoundMatch) {
  const { exercise } = await ctx.db.operation.findUniqueOrThrow({
    where: { id: match.operationId },
    select: { exercise: true },
  });
  return {
    reference: match.reference,
    askingCountry: match.countryCode,
    exercise,
    database: match.database,
    documentType: match.documentType,
    recordStatus: match.recordStatus,
    noticeColour: match.noticeColour,
  };
}

/** Enters the reply that came over I-24/7 or by phone, with the moment it is dated; a late one reopens the match. */
export function recordReply(ctx: Ctx, input: RecordReply): Promise<{ id: string }> {
  const { answer, reason, ...step } = input;
  return takeStep(ctx, step, {
    action: { do: "reply", answer, reason },
    reason,
    first: async (match) => {
      const id = match.confirmationRequestId;
      if (id === null) return;
      const { count } = await ctx.db.confirmationRequest.updateMany({
        where: { id, answer: null },
        data: {
          answer,
          answerReason: reason,
          answeredAt: step.at,
          answerChannel: step.channel,
          version: { increment: 1 },
        },
      });
      if (count === 0) throw new DomainError("conflict", "confirmation.already_answered");
      // The asked country's own chain tells it that an answer was entered in its name.
      const country = askedCountryOf(match);
      if (country) audit(ctx, "confirmation.reply_recorded", { entity: "confirmation_request", id, country });
    },
  });
}

/** A check against one's own register, dated: for own documents and national records only. */
export function confirmNationally(ctx: Ctx, input: ConfirmNationally): Promise<{ id: string }> {
  const { answer, reason, ...step } = input;
  return takeStep(ctx, step, { action: { do: "check_nationally", answer, reason }, reason });
}

/** One stopped waiting; a reply that still comes reopens the match. */
export function markNoReply(ctx: Ctx, input: MarkNoReply): Promise<{ id: string }> {
  return takeStep(ctx, input, { action: { do: "mark_no_reply" } });
}
