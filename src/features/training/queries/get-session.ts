import "server-only";
import { narrowed, within, type Scope } from "#access/scope.ts";
import type { Permission } from "#access/permissions.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { Ctx } from "#server/procedure.ts";
import { reaches } from "./find-session.ts";
import { PLANNED, withinPlan } from "./where-sessions.ts";

const organisation = { select: { id: true, name: true, acronym: true, countryCode: true } } as const;

/** One session with its plan; attendance and evaluations only for those in reach of its country. */
export async function getSession(ctx: Ctx, { id }: { id: string }) {
  const { db, scope } = ctx;
  const row = await db.trainingSession.findFirst({
    where: { AND: [{ id }, withinPlan(scope)] },
    select: {
      ...PLANNED,
      operation: { select: { id: true, slug: true, codename: true, exercise: true } },
      languages: true,
      stateReason: true,
      version: true,
      trainers: { select: { organisation }, orderBy: { organisation: { name: "asc" } } },
    },
  });
  if (!row) throw new DomainError("not_found", "not_found");
  const { trainers, startsOn, endsOn, ...session } = row;
  const mayRead = reaches(scope.grants, row);
  const may = (permission: Permission) => reaches(narrowed(ctx.actor.grants, permission)?.grants ?? [], row);
  return {
    ...session,
    exercise: row.operation?.exercise ?? false,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    trainers: trainers.map((trainer) => trainer.organisation),
    points: await listServedPoints(db, id),
    attendance: mayRead ? await listAttendance(ctx, id) : null,
    evaluations: mayRead ? await listEvaluations(db, scope, id) : null,
    may: {
      edit: may("training:write"),
      record: may("attendance:record"),
      validate: may("outcome:validate"),
    },
  };
}
export type SessionDetail = Awaited<ReturnType<typeof getSession>>;

/** Border points the session serves, as far as the reader may see them. */
export async function listServedPoints(db: Tx, sessionId: string) {
  return db.borderPoint.findMany({
    where: { trainings: { some: { sessionId } } },
    select: { id: true, name: true, countryCode: true },
    orderBy: [{ countryCode: "asc" }, { name: "asc" }],
  });
}

const counts = { invited: true, attended: true, certified: true, women: true } as const;

/** What stands for each organisation, with what it corrected. */
async function listAttendance({ db, scope, actor }: Ctx, sessionId: string) {
  const rows = await db.attendance.findMany({
    where: { AND: [{ sessionId }, within(scope)] },
    orderBy: [{ organisation: { name: "asc" } }, { recordedAt: { sort: "desc", nulls: "last" } }],
    select: {
      id: true,
      organisation,
      ...counts,
      review: true,
      reason: true,
      question: true,
      queriedAt: true,
      recordedAt: true,
      recordedById: true,
      supersededAt: true,
      validatedAt: true,
      validatedOnBehalf: true,
      version: true,
    },
  });
  const laid = rows.map(({ recordedById, ...row }) => ({ ...row, mine: recordedById === actor.id }));
  return laid
    .filter(({ supersededAt }) => supersededAt === null)
    .map((row) => ({
      ...row,
      earlier: laid.filter((old) => old.supersededAt !== null && old.organisation.id === row.organisation.id),
    }));
}

async function listEvaluations(db: Tx, scope: Scope, sessionId: string) {
  const rows = await db.trainingEvaluation.findMany({
    // Rows of a country carry no operation of their own: the session above stands for it.
    where: { sessionId, session: withinPlan(scope) },
    orderBy: [{ kind: "asc" }, { recordedAt: { sort: "desc", nulls: "last" } }],
    select: {
      id: true,
      kind: true,
      mean: true,
      outOf: true,
      responses: true,
      asked: true,
      reason: true,
      recordedAt: true,
      supersededAt: true,
    },
  });
  return rows.map(({ mean, ...row }) => ({ ...row, mean: mean.toNumber() }));
}
