import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { withinSql } from "#server/within-sql.ts";
import { QUEUES } from "../rules/awaited.ts";
import type { MatchFilter } from "../schema.ts";

const row = z.strictObject({ id: z.uuid() });

type Paged = Omit<MatchFilter, "size"> & { size: number };

function conditions(scope: Scope, filter: Paged): Prisma.Sql {
  const states = filter.state ? [filter.state] : [...QUEUES[filter.queue]];
  const wanted = [
    withinSql(scope, "m"),
    Prisma.sql`o.exercise = ${filter.exercise}`,
    Prisma.sql`m.state = ANY (${states}::match_state[])`,
    filter.operation ? Prisma.sql`o.slug = ${filter.operation}` : null,
    filter.country ? Prisma.sql`m.country_code = ${filter.country}` : null,
    filter.database ? Prisma.sql`m.database = ${filter.database}::database` : null,
    filter.from ? Prisma.sql`m.local_date >= ${filter.from}::date` : null,
    filter.to ? Prisma.sql`m.local_date <= ${filter.to}::date` : null,
  ];
  return Prisma.join(
    wanted.filter((one) => one !== null),
    " AND ",
  );
}

/**
 * Ids of one page by the moment since which something is awaited: the last step, or the hit itself while there is none.
 * What waits for nothing comes last, whichever way one sorts.
 */
export async function listIdsBySince(db: Tx, scope: Scope, filter: Paged): Promise<string[]> {
  const order = Prisma.raw(filter.sort.startsWith("-") ? "DESC" : "ASC");
  const { skip, take } = windowOf(filter);
  const rows = await db.$queryRaw<unknown[]>`
    SELECT m.id
    FROM match m
    JOIN operation o ON o.id = m.operation_id
    LEFT JOIN LATERAL (
      SELECT max(e.at) AS at FROM match_event e
      WHERE e.match_id = m.id AND e.step NOT IN ('recorded', 'outcome_recorded')) last ON true
    WHERE ${conditions(scope, filter)}
    ORDER BY (m.state = 'closed'), coalesce(last.at, m.detected_at) ${order}, m.id ${order}
    LIMIT ${take} OFFSET ${skip}`;
  return rows.map((found) => row.parse(found).id);
}
