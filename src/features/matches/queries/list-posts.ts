import "server-only";
import { within, type Scope } from "#access/scope.ts";
import { deploymentSelect } from "#features/deployments/queries.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { tellApart } from "#lib/edition.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";

/** Border points of running operations at which I may record, in the exercise or outside it. */
export async function listPosts(db: Tx, scope: Scope, { exercise }: { exercise: boolean }) {
  const rows = await db.deployment.findMany({
    where: { AND: [within(scope), { operation: { exercise, state: { in: ["live", "follow_up"] } } }] },
    orderBy: [{ countryCode: "asc" }, { borderPoint: { name: "asc" } }],
    select: deploymentSelect,
    take: 500,
  });
  const nameOf = tellApart(rows.map(({ operation }) => operation));
  return rows.map((row) => ({
    deploymentId: row.id,
    countryCode: row.countryCode,
    dayStartsAt: row.dayStartsAt,
    operation: {
      codename: nameOf(row.operation),
      slug: row.operation.slug,
      exercise: row.operation.exercise,
    },
    point: { name: row.borderPoint.name, kind: row.borderPoint.kind, timeZone: row.borderPoint.timeZone },
  }));
}
export type Post = Awaited<ReturnType<typeof listPosts>>[number];

/** The last matches at a post, to say that a further hit is on the same traveller. */
export async function listRecentMatches(db: Tx, scope: Scope, { deploymentId }: { deploymentId: string }) {
  const post = await db.deployment.findFirst({
    where: { AND: [{ id: deploymentId }, within(scope)] },
    select: { countryCode: true },
  });
  if (!post) throw new DomainError("not_found", "not_found");
  const rows = await db.match.findMany({
    where: { AND: [{ deploymentId }, within(scope)] },
    orderBy: { detectedAt: "desc" },
    take: 15,
    select: { id: true, reference: true, detectedAt: true, database: true, issuer: true, localDate: true },
  });
  return rows.map((row) => ({ ...row, localDate: dayOf(row.localDate) }));
}
