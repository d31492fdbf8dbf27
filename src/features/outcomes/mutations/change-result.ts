import "server-only";
import { covers, keeping } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import { audit } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";
import { TABLES, type Fact } from "../queries/result-facts.ts";
import type { ResultKind } from "../rules.ts";

type Change = {
  review?: "submitted" | "queried" | "validated";
  validatedById?: string;
  validatedAt?: Date;
  validatedOnBehalf?: boolean;
  supersededAt?: Date;
  reason?: string;
};
type Where = { id: string; version: number };

const CHANGES: Record<
  ResultKind,
  (db: Ctx["db"], where: Where, data: Change) => Promise<Prisma.BatchPayload>
> = {
  arrest: (db, where, data) =>
    db.arrest.updateMany({ where: { ...where, supersededAt: null }, data: raised(data) }),
  people: (db, where, data) =>
    db.peopleOutcome.updateMany({ where: { ...where, supersededAt: null }, data: raised(data) }),
  seizure: (db, where, data) =>
    db.seizure.updateMany({ where: { ...where, supersededAt: null }, data: raised(data) }),
  // An outcome has two fields and no version of its own; that it still stands is what can change.
  outcome: (db, { id }, data) => db.outcome.updateMany({ where: { id, supersededAt: null }, data }),
};

const raised = (data: Change) => ({ ...data, version: { increment: 1 } });

/** Throws `conflict` when it was corrected, withdrawn or reviewed since it was read: the screen then shows both versions. */
export function demandSeen(found: Fact, version: number): void {
  if (found.supersededAt !== null || found.version !== version)
    throw new DomainError("conflict", "result.changed_meanwhile");
}

/** Changes the row as it was seen, and raises its version; two at once: the second is refused. */
export async function changeResult(
  ctx: Ctx,
  kind: ResultKind,
  { found, data }: { found: Fact; data: Change },
): Promise<void> {
  const { count } = await CHANGES[kind](ctx.db, { id: found.id, version: found.version }, data);
  if (count === 0) throw new DomainError("conflict", "result.changed_meanwhile");
}

/** Queues an event of a result in its country's chain. */
export function auditResult(
  ctx: Ctx,
  kind: ResultKind,
  event: {
    verb: string;
    found: Pick<Fact, "countryCode" | "operationId">;
    id: string;
    version?: number;
    fields?: string[];
  },
): void {
  const { verb, found, ...rest } = event;
  audit(ctx, `${kind}.${verb}`, {
    entity: TABLES[kind],
    country: found.countryCode,
    operationId: found.operationId,
    ...rest,
  });
}

/** Headquarters validates only in place of the country, and is named as such. */
export function isOnBehalf(ctx: Ctx, row: Pick<Fact, "countryCode" | "operationId">): boolean {
  const { countryCode: country, operationId } = row;
  return !covers(
    keeping(ctx.scope, ({ countries }) => countries !== "all"),
    { country, operationId },
  );
}

/** What the reviewer asked about these rows waits no longer. */
export async function settleRemarks(ctx: Ctx, resultId: string): Promise<void> {
  await ctx.db.reviewRemark.updateMany({
    where: { resultId, resolvedAt: null },
    data: { resolvedAt: ctx.now },
  });
}
