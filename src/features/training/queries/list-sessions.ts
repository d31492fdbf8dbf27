import "server-only";
import { within, type Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { columnOf, dayOf } from "#lib/calendar-day.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { rangeOf, sumOf } from "../rules.ts";
import type { CalendarFilter, TrainingFilter } from "../schema.ts";
import { reaches } from "./find-session.ts";
import { PLANNED, whereChosen, withinPlan } from "./where-sessions.ts";

const rowSelect = {
  ...PLANNED,
  operation: { select: { slug: true, codename: true, exercise: true } },
  stateReason: true,
} as const satisfies Prisma.TrainingSessionSelect;

type Found = Prisma.TrainingSessionGetPayload<{ select: typeof rowSelect }>;
type Order = Prisma.TrainingSessionOrderByWithRelationInput;

function orderOf(sort: TrainingFilter["sort"]): Order[] {
  const direction = sort.startsWith("-") ? "desc" : "asc";
  const column = sort.replace("-", "");
  const last: Order[] = [{ startsOn: "desc" }, { id: "asc" }];
  if (column === "startsOn") return [{ startsOn: direction }, { id: direction }];
  if (column === "country") return [{ countryCode: direction }, ...last];
  return [{ [column]: direction }, ...last];
}

/** One page of the chosen sessions, each with what is known of its attendance where the reader may know it. */
export async function listSessions(db: Tx, scope: Scope, filter: TrainingFilter) {
  const where = { AND: [withinPlan(scope), whereChosen(scope, filter)] };
  const total = await db.trainingSession.count({ where });
  const rows = await db.trainingSession.findMany({
    where,
    select: rowSelect,
    orderBy: orderOf(filter.sort),
    ...windowOf(filter),
  });
  return pageOf(await withAttendance(db, scope, rows), total, filter);
}

/** As many as a month can show legibly. */
const MOST = 400;

/** The sessions of one page of the calendar, the days of the months beside it included. */
export async function listMonth(db: Tx, scope: Scope, { month, ...choice }: CalendarFilter) {
  const { from, to } = rangeOf(month);
  const where = {
    AND: [
      withinPlan(scope),
      whereChosen(scope, choice),
      { startsOn: { lte: columnOf(to) }, endsOn: { gte: columnOf(from) } },
    ],
  };
  const total = await db.trainingSession.count({ where });
  const rows = await db.trainingSession.findMany({
    where,
    select: rowSelect,
    orderBy: [{ startsOn: "asc" }, { id: "asc" }],
    take: MOST,
  });
  return { rows: await withAttendance(db, scope, rows), total };
}

async function withAttendance(db: Tx, scope: Scope, rows: Found[]) {
  const counted = await db.attendance.findMany({
    where: { AND: [within(scope), { supersededAt: null, sessionId: { in: rows.map(({ id }) => id) } }] },
    select: {
      sessionId: true,
      invited: true,
      attended: true,
      certified: true,
      women: true,
      review: true,
    },
  });
  const of = Map.groupBy(counted, ({ sessionId }) => sessionId);
  return rows.map(({ startsOn, endsOn, ...row }) => {
    const attendance = of.get(row.id) ?? [];
    const waiting = attendance.some(({ review }) => review !== "validated");
    return {
      ...row,
      startsOn: dayOf(startsOn),
      endsOn: dayOf(endsOn),
      /** Attendance of other countries is not for this reader. */
      mayRead: reaches(scope.grants, row),
      invited: sumOf(attendance, "invited").value,
      attended: sumOf(attendance, "attended").value,
      review: attendance.length === 0 ? null : waiting ? ("submitted" as const) : ("validated" as const),
    };
  });
}
export type SessionRow = Awaited<ReturnType<typeof withAttendance>>[number];
