import "server-only";
import { columnOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandReach, findSession, type FoundSession } from "../queries/find-session.ts";
import { demandDays, latestToday, whyNotStep, type SessionState } from "../rules.ts";
import type { AmendSession, CancelSession, HoldSession, ReopenSession } from "../schema.ts";
import { changedFields, demandParts, entityOf, writeParts } from "./plan-session.ts";

type Made = { id: string };

/** Changes the plan over the version it was opened with. Attendance goes along, unless it is validated: then its days stay. */
export async function amendSession(ctx: Ctx, input: AmendSession): Promise<Made> {
  const session = await findSession(ctx.db, ctx.scope, input.id);
  const changed = changedFields(session, input);
  if (changed.length === 0) {
    auditUnchanged(ctx);
    return { id: input.id };
  }
  demandVersion(session, input.version);
  demandReach(ctx.scope, input);
  demandDays(input);
  demandMovable(session, changed);
  if (session.state === "held" && input.startsOn > latestToday(ctx.now))
    throw new DomainError("invalid", "training.not_begun");
  await demandParts(ctx, input);
  const { id, version, trainerIds, pointIds, startsOn, endsOn, ...fields } = input;
  await change(ctx, session, { ...fields, startsOn: columnOf(startsOn), endsOn: columnOf(endsOn) });
  await ctx.db.trainingTrainer.deleteMany({
    where: { sessionId: id, organisationId: { notIn: trainerIds } },
  });
  await ctx.db.trainingPoint.deleteMany({ where: { sessionId: id, borderPointId: { notIn: pointIds } } });
  await writeParts(ctx, id, { trainerIds, pointIds });
  audit(ctx, "training.amended", { ...entityOf(input), version: version + 1, fields: changed });
  return { id };
}

function demandMovable({ attendances, state }: FoundSession, changed: readonly string[]): void {
  const moves = changed.some((field) => field === "operationId" || (field === "endsOn" && state === "held"));
  if (moves && attendances.some(({ review }) => review === "validated"))
    throw new DomainError("conflict", "training.attendance_validated");
  if (changed.includes("countryCode") && attendances.length > 0)
    throw new DomainError("conflict", "training.country_has_attendance");
}

/** Marks a session as held: from now on its attendance counts. */
export async function holdSession(ctx: Ctx, input: HoldSession): Promise<Made> {
  return step(ctx, input, { to: "held", action: "training.held" });
}

/** Cancels with a reason; it stays readable. */
export async function cancelSession(ctx: Ctx, input: CancelSession): Promise<Made> {
  return step(ctx, input, { to: "cancelled", action: "training.cancelled", reason: input.reason });
}

/** Takes back that it was held or cancelled, as long as nobody's attendance stands. */
export async function reopenSession(ctx: Ctx, input: ReopenSession): Promise<Made> {
  return step(ctx, input, { to: "planned", action: "training.reopened" });
}

type Step = { to: SessionState; action: string; reason?: string };

async function step(ctx: Ctx, { id, version }: HoldSession, { to, action, reason }: Step): Promise<Made> {
  const session = await findSession(ctx.db, ctx.scope, id);
  // The same step sent again, after its answer was lost.
  if (session.state === to && session.version === version + 1) {
    auditUnchanged(ctx);
    return { id };
  }
  demandVersion(session, version);
  const standing = {
    ...session,
    attended: session.attendances.some(({ attended }) => attended !== null),
    validated: session.attendances.some(({ review }) => review === "validated"),
  };
  const why = whyNotStep(standing, to, latestToday(ctx.now));
  if (why !== null) throw new DomainError("conflict", why);
  await change(ctx, session, { state: to, stateReason: reason ?? null });
  audit(ctx, action, { ...entityOf(session), version: version + 1, fields: ["state"] });
  return { id };
}

function demandVersion(session: FoundSession, version: number): void {
  if (session.version !== version) throw new DomainError("conflict", "training.changed_meanwhile");
}

/** Writes over exactly the version that was read: of two at once, one is told. */
async function change(ctx: Ctx, { id, version }: FoundSession, data: object): Promise<void> {
  const { count } = await ctx.db.trainingSession.updateMany({
    where: { id, version },
    data: { ...data, version: version + 1 },
  });
  if (count === 0) throw new DomainError("conflict", "training.changed_meanwhile");
}
