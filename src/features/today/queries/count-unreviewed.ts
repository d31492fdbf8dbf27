import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { conditionsOf } from "#features/outcomes/queries/list-results.ts";
import { factsFrom } from "#features/outcomes/queries/result-facts.ts";
import { RESULT_KINDS, type ResultKind } from "#features/outcomes/rules.ts";
import type { TodayInput } from "../schema.ts";

const waitingRow = z.strictObject({
  kind: z.enum([...RESULT_KINDS, "attendance"]),
  count: z.int(),
  since: z.iso.date().nullable(),
});
export type Unreviewed = z.output<typeof waitingRow>;

/**
 * Results by kind and sessions with attendance that wait for their reviewer in one world, each with the oldest local day: as many
 * as the lists show under the filter "submitted", which is why they are counted under its own conditions.
 */
export async function countUnreviewed(db: Tx, scope: Scope, { exercise }: TodayInput) {
  const counts = [
    ...RESULT_KINDS.map((kind) => countResults(scope, kind, exercise)),
    countSessions(scope, exercise),
  ];
  return z.array(waitingRow).parse(await db.$queryRaw<unknown[]>(Prisma.join(counts, " UNION ALL ")));
}

function countResults(scope: Scope, kind: ResultKind, exercise: boolean): Prisma.Sql {
  const waiting = conditionsOf(scope, { kind, review: "submitted", sort: "day", exercise });
  return Prisma.sql`SELECT ${kind}::text AS kind, count(*)::int AS count, min(f.local_date)::text AS since
    ${factsFrom(kind)} WHERE ${waiting}`;
}

function countSessions(scope: Scope, exercise: boolean): Prisma.Sql {
  return Prisma.sql`SELECT 'attendance' AS kind, count(DISTINCT f.session_id)::int AS count, min(s.ends_on)::text AS since
    FROM attendance f JOIN training_session s ON s.id = f.session_id LEFT JOIN operation o ON o.id = s.operation_id
    WHERE s.state = 'held' AND f.superseded_at IS NULL AND f.review = 'submitted' AND ${withinSql(scope, "f")}
      AND CASE WHEN s.operation_id IS NULL THEN false ELSE o.exercise END = ${exercise}`;
}
