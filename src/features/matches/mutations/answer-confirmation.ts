import "server-only";
import { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { askedOfMe } from "../queries/list-confirmations.ts";
import type { AnswerConfirmation } from "../schema.ts";

const answeredRow = z.strictObject({
  asking_country: z.string(),
  operation_id: z.uuid(),
  match_id: z.uuid(),
});

/** The asked country's liaison answers, once, through the one function that may; both countries' chains keep it. */
export async function answerConfirmation(ctx: Ctx, input: AnswerConfirmation): Promise<{ id: string }> {
  const request = await ctx.db.confirmationRequest.findFirst({
    where: { AND: [{ id: input.id }, askedOfMe(ctx.scope)] },
    select: { askedCountry: true, askedAt: true, answer: true, answerReason: true, answeredById: true },
  });
  if (!request) throw new DomainError("not_found", "not_found");
  if ((input.answer === "confirmed") !== (input.reason === null))
    throw new DomainError("invalid", "confirmation.reason_needed");
  if (request.answer !== null) {
    const same =
      request.answeredById === ctx.actor.id &&
      request.answer === input.answer &&
      request.answerReason === input.reason;
    if (!same) throw new DomainError("conflict", "confirmation.already_answered");
    auditUnchanged(ctx);
    return { id: input.id };
  }
  // A clock of the asking post may run ahead; a reply is never dated before what it answers.
  const at = ctx.now > request.askedAt ? ctx.now : request.askedAt;
  const rows = await ctx.db.$queryRaw<unknown[]>`
    SELECT asking_country, operation_id, match_id FROM app.answer_confirmation(
      ${input.id}::uuid, ${input.eventId}::uuid, ${input.answer}, ${input.reason}, ${at}::timestamptz)`;
  const { asking_country, operation_id, match_id } = answeredRow.parse(rows[0]);
  audit(ctx, "confirmation.answered", {
    entity: "confirmation_request",
    id: input.id,
    country: request.askedCountry,
    fields: ["answer"],
  });
  audit(ctx, `match.${input.answer}`, {
    entity: "match",
    id: match_id,
    country: asking_country,
    operationId: operation_id,
    fields: ["state", "confirmed", "answeredAt"],
  });
  return { id: input.id };
}
