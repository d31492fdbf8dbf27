import "server-only";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { findSession, reaches, type FoundSession } from "../queries/find-session.ts";
import type { ValidateAttendance } from "../schema.ts";
import { entityOf } from "./plan-session.ts";

/** Validates what was on the reviewer's screen, as it stood there; whoever entered it is refused. */
export async function validateAttendance(
  ctx: Ctx,
  { sessionId, rows }: ValidateAttendance,
): Promise<{ validated: number }> {
  const session = await findSession(ctx.db, ctx.scope, sessionId);
  if (session.state !== "held") throw new DomainError("conflict", "training.not_held");
  const onBehalf = isOnBehalf(ctx, session);
  let validated = 0;
  for (const { id, version } of rows) validated += await validateOne(ctx, session, { id, version, onBehalf });
  if (validated === 0) {
    auditUnchanged(ctx);
    return { validated };
  }
  audit(ctx, "training.attendance_validated", { ...entityOf(session), fields: ["review"] });
  return { validated };
}

/** A reviewer of every country stands in for the country's own, and is named as such. */
function isOnBehalf(ctx: Ctx, session: FoundSession): boolean {
  return !reaches(
    ctx.scope.grants.filter(({ countries }) => countries !== "all"),
    session,
  );
}

type One = { id: string; version: number; onBehalf: boolean };

async function validateOne(ctx: Ctx, session: FoundSession, { id, version, onBehalf }: One): Promise<number> {
  const row = await ctx.db.attendance.findFirst({
    where: { id, sessionId: session.id },
    select: { review: true, recordedById: true, supersededAt: true, version: true },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  if (row.supersededAt !== null) throw new DomainError("conflict", "attendance.superseded");
  if (row.review === "validated") return 0;
  // What was asked waits for its answer; asking back and validating at once would hide it.
  if (row.review === "queried") throw new DomainError("conflict", "result.still_queried");
  if (row.recordedById === ctx.actor.id) throw new DomainError("conflict", "row.four_eyes");
  const { count } = await ctx.db.attendance.updateMany({
    where: { id, version, supersededAt: null, review: "submitted" },
    data: {
      review: "validated",
      validatedById: ctx.actor.id,
      validatedAt: ctx.now,
      validatedOnBehalf: onBehalf,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new DomainError("conflict", "attendance.superseded");
  audit(ctx, "attendance.validated", {
    ...entityOf(session),
    entity: "attendance",
    id,
    version: version + 1,
    fields: ["review", ...(onBehalf ? ["validatedOnBehalf"] : [])],
  });
  return count;
}
