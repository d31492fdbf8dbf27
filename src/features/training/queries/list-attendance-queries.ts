import "server-only";
import { within, type Scope } from "#access/scope.ts";
import type { Tx } from "#server/db.ts";
import { whereChosen } from "./where-sessions.ts";

/** What reviewers asked on attendance within reach and nobody answered yet, oldest first, at most 200. */
export async function listAttendanceQueries(db: Tx, scope: Scope, world: { exercise: boolean }) {
  const rows = await db.attendance.findMany({
    where: {
      AND: [
        within(scope),
        {
          review: "queried",
          supersededAt: null,
          session: { AND: [whereChosen(scope, world), { state: { not: "cancelled" } }] },
        },
      ],
    },
    orderBy: [{ queriedAt: "asc" }, { id: "asc" }],
    take: 200,
    select: {
      id: true,
      question: true,
      queriedAt: true,
      organisation: { select: { name: true } },
      session: { select: { id: true, title: true } },
    },
  });
  return rows.flatMap(({ id, question, queriedAt, organisation, session }) =>
    question === null || queriedAt === null
      ? []
      : [{ id, text: question, at: queriedAt, organisation: organisation.name, session }],
  );
}
