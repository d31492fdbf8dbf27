import "server-only";
import { z } from "zod";
import { within, type Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { listServedPoints } from "./queries/get-session.ts";
import { whereChosen, withinPlan } from "./queries/where-sessions.ts";
import { COMPARED_DAYS } from "./rules.ts";
import type { TrainingChoice } from "./schema.ts";

/** People trained, by operation: sessions held, those whose attendance is reported, and what is known of who came. */
export type Trained = {
  held: number;
  planned: number;
  cancelled: number;
  /** Held sessions of which somebody said how many attended. */
  reported: number;
  /** Attended, by review; null where nothing was said, which is not zero. */
  validated: number | null;
  preliminary: number | null;
  invited: number | null;
  /** Attended in those organisations that also said how many were invited. */
  attendedOfInvited: number | null;
  /** Certified, by review like those who attended: the two are never added. */
  certified: number | null;
  certifiedPreliminary: number | null;
  women: number | null;
  /** Organisations whose attendance stands, and of how many of them the number of women is known. */
  rows: number;
  womenKnown: number;
};
const NOBODY: Trained = {
  held: 0,
  planned: 0,
  cancelled: 0,
  reported: 0,
  validated: null,
  preliminary: null,
  invited: null,
  attendedOfInvited: null,
  certified: null,
  certifiedPreliminary: null,
  women: null,
  rows: 0,
  womenKnown: 0,
};

/** Totals of the chosen sessions whose attendance this reader may know, in all and by operation. */
export async function getTrained(db: Tx, scope: Scope, choice: TrainingChoice) {
  const own = { AND: [within(scope), withinPlan(scope), whereChosen(scope, choice)] };
  const sessions = await db.trainingSession.groupBy({
    by: ["operationId", "state"],
    where: own,
    _count: { _all: true },
  });
  const reported = await db.trainingSession.groupBy({
    by: ["operationId"],
    where: {
      AND: [own, { state: "held", attendances: { some: { supersededAt: null, attended: { not: null } } } }],
    },
    _count: { _all: true },
  });
  const standing = {
    AND: [within(scope), { supersededAt: null, session: { AND: [own, { state: "held" as const }] } }],
  };
  const people = await db.attendance.groupBy({
    by: ["operationId", "review"],
    where: standing,
    _sum: { attended: true, invited: true, certified: true, women: true },
    _count: { _all: true, women: true },
  });
  const answered = await db.attendance.groupBy({
    by: ["operationId"],
    where: { AND: [standing, { invited: { not: null }, attended: { not: null } }] },
    _sum: { attended: true },
  });
  const all = new Map<string | null, Trained>();
  const add = (operationId: string | null, more: Partial<Trained>) => {
    for (const key of [operationId, "all"]) all.set(key, plus(all.get(key) ?? NOBODY, more));
  };
  for (const { operationId, state, _count } of sessions) add(operationId, { [state]: _count._all });
  for (const { operationId, _count } of reported) add(operationId, { reported: _count._all });
  for (const { operationId, review, _sum, _count } of people)
    add(operationId, {
      [review === "validated" ? "validated" : "preliminary"]: _sum.attended,
      invited: _sum.invited,
      [review === "validated" ? "certified" : "certifiedPreliminary"]: _sum.certified,
      women: _sum.women,
      rows: _count._all,
      womenKnown: _count.women,
    });
  for (const { operationId, _sum } of answered) add(operationId, { attendedOfInvited: _sum.attended });
  return { total: all.get("all") ?? NOBODY, operations: await named(db, all) };
}

function plus(to: Trained, more: Partial<Trained>): Trained {
  const sum = { ...to };
  for (const [name, value] of Object.entries(more) as [keyof Trained, number | null][])
    if (value !== null) sum[name] = (sum[name] ?? 0) + value;
  return sum;
}

/** Operations by codename; sessions of none come last. */
async function named(db: Tx, all: Map<string | null, Trained>) {
  const ids = [...all.keys()].filter((key) => key !== null && key !== "all") as string[];
  const operations = await db.operation.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, codename: true },
    orderBy: { codename: "asc" },
  });
  const without = all.get(null);
  return [
    ...operations.map((operation) => ({ operation, ...(all.get(operation.id) ?? NOBODY) })),
    ...(without ? [{ operation: null, ...without }] : []),
  ];
}

const checkRow = z.strictObject({
  point: z.string(),
  unit: z.string(),
  after: z.boolean(),
  total: z.string().transform(Number),
  days: z.int(),
});

/**
 * Checks at the border points a session served, in the 90 days before and after it: by unit, per day on which checks were
 * reported. Validated and preliminary together; null where no day was reported, which is not zero.
 */
export async function getChecksAround(db: Tx, scope: Scope, { id }: { id: string }) {
  const session = await db.trainingSession.findFirst({
    where: { AND: [{ id }, withinPlan(scope)] },
    select: { startsOn: true, endsOn: true, operation: { select: { exercise: true } } },
  });
  if (!session) throw new DomainError("not_found", "not_found");
  const points = await listServedPoints(db, id);
  const ids = points.map((point) => point.id);
  const rows = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT t.border_point_id AS point, t.unit, t.local_date > ${session.endsOn}::date AS after,
           sum(t.total)::text AS total, count(DISTINCT t.local_date)::int AS days
    FROM point_total t JOIN operation o ON o.id = t.operation_id
    WHERE t.border_point_id = ANY (${ids}::uuid[]) AND t.measure = 'checks' AND t.total <> 0
      AND o.exercise = ${session.operation?.exercise ?? false}
      AND t.local_date BETWEEN ${session.startsOn}::date - ${COMPARED_DAYS}::int AND ${session.endsOn}::date + ${COMPARED_DAYS}::int
      AND NOT (t.local_date BETWEEN ${session.startsOn}::date AND ${session.endsOn}::date)
      AND ${withinSql(scope, "t")}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  const found = z.array(checkRow).parse(rows);
  return points.map((point) => {
    const here = found.filter((row) => row.point === point.id);
    const units = [...new Set(here.map(({ unit }) => unit))];
    const side = (unit: string, after: boolean) => {
      const row = here.find((one) => one.unit === unit && one.after === after);
      return row ? { perDay: row.total / row.days, days: row.days } : null;
    };
    return {
      ...point,
      checks: units.map((unit) => ({ unit, before: side(unit, false), after: side(unit, true) })),
    };
  });
}
