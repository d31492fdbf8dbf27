import "server-only";
import { within } from "#access/scope.ts";
import { columnOf, dayOf } from "#lib/calendar-day.ts";
import { addDays } from "#lib/period.ts";
import type { Tx } from "#server/db.ts";
import type { Ctx } from "#server/procedure.ts";
import { latestToday } from "../rules.ts";
import { findSession } from "./find-session.ts";
import { whereChosen } from "./where-sessions.ts";

/** Invitations go out this many days before a session. */
const AHEAD = 60;

/** Sessions whose attendance one may enter, newest first: those under way or over before those ahead. */
export async function listRecordable(ctx: Ctx, world: { exercise: boolean }) {
  const today = latestToday(ctx.now);
  const rows = await ctx.db.trainingSession.findMany({
    where: {
      AND: [
        within(ctx.scope),
        whereChosen(ctx.scope, world),
        { state: { not: "cancelled" }, startsOn: { lte: columnOf(addDays(today, AHEAD)) } },
      ],
    },
    orderBy: [{ startsOn: "desc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      title: true,
      countryCode: true,
      startsOn: true,
      endsOn: true,
      state: true,
      attendances: { where: { supersededAt: null }, select: { attended: true, review: true } },
    },
  });
  return rows.map(({ attendances, startsOn, endsOn, ...row }) => ({
    ...row,
    startsOn: dayOf(startsOn),
    endsOn: dayOf(endsOn),
    /** The reviewer asks something that nobody has answered. */
    queried: attendances.some(({ review }) => review === "queried"),
    reported: attendances.some(({ attended }) => attended !== null),
    /** It has begun and nobody has said who came. */
    owed: dayOf(startsOn) <= today && attendances.every(({ attended }) => attended === null),
  }));
}

/** One session as the form needs it: what stands, and the organisations it can be entered for. */
export async function getSheet(ctx: Ctx, { id }: { id: string }) {
  const { db, scope } = ctx;
  const session = await findSession(db, scope, id);
  const standing = await db.attendance.findMany({
    where: { AND: [{ sessionId: id, supersededAt: null }, within(scope)] },
    orderBy: { organisation: { name: "asc" } },
    select: {
      id: true,
      organisationId: true,
      invited: true,
      attended: true,
      certified: true,
      women: true,
      review: true,
      question: true,
    },
  });
  const operation =
    session.operationId === null
      ? null
      : await db.operation.findUnique({
          where: { id: session.operationId },
          select: { codename: true, exercise: true },
        });
  return {
    id,
    title: session.title,
    place: session.place,
    seats: session.seats,
    codename: operation?.codename ?? null,
    exercise: operation?.exercise ?? false,
    countryCode: session.countryCode,
    startsOn: session.startsOn,
    endsOn: session.endsOn,
    state: session.state,
    begun: session.startsOn <= latestToday(ctx.now),
    standing,
    organisations: await listAttending(db, session),
  };
}

type Session = { id: string; countryCode: string; operationId: string | null };

/** Organisations whose people may have come: the country's, the operation's, and those entered already. */
async function listAttending(db: Tx, { id, countryCode, operationId }: Session) {
  return db.organisation.findMany({
    where: {
      OR: [
        { attendances: { some: { sessionId: id, supersededAt: null } } },
        { countryCode, retiredAt: null },
        ...(operationId ? [{ retiredAt: null, operations: { some: { operationId } } }] : []),
      ],
    },
    select: { id: true, name: true, acronym: true, countryCode: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 500,
  });
}
