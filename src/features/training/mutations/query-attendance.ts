import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findSession } from "../queries/find-session.ts";
import type { QueryAttendance } from "../schema.ts";
import { entityOf } from "./plan-session.ts";

/** The reviewer asks back on one row. It stays preliminary, and is answered by a version that corrects it with a reason. */
export async function queryAttendance(ctx: Ctx, input: QueryAttendance): Promise<{ id: string }> {
  const { id, version, question } = input;
  const session = await findSession(ctx.db, ctx.scope, input.sessionId);
  const row = await ctx.db.attendance.findFirst({
    where: { id, sessionId: session.id },
    select: { review: true, question: true, queriedById: true, supersededAt: true, version: true },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  // The same question sent again, after its answer was lost.
  if (row.question === question && row.queriedById === ctx.actor.id) {
    auditUnchanged(ctx);
    return { id };
  }
  if (row.supersededAt !== null) throw new DomainError("conflict", "attendance.superseded");
  if (row.review === "queried") throw new DomainError("conflict", "attendance.already_queried");
  if (row.review === "validated") throw new DomainError("conflict", "row.validated_is_fixed");
  const { count } = await ctx.db.attendance.updateMany({
    where: { id, version, supersededAt: null, review: "submitted" },
    data: {
      review: "queried",
      question,
      queriedById: ctx.actor.id,
      queriedAt: ctx.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("conflict", "attendance.superseded");
  const of = entityOf(session);
  audit(ctx, "attendance.queried", {
    ...of,
    entity: "attendance",
    id,
    version: version + 1,
    fields: ["review", "question"],
  });
  audit(ctx, "training.attendance_queried", { ...of, fields: ["review"] });
  return { id };
}
