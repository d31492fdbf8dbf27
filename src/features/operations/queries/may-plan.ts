import "server-only";
import type { Scope } from "#access/scope.ts";
import { DomainError } from "#lib/errors.ts";

/**
 * Whether the reader plans this operation, or, without one, may open new ones. A plan names any country, so it is for
 * programme managers of all countries; a new operation is in nobody's list yet, so it is for those of all operations.
 */
export function mayPlan(scope: Scope, operationId?: string): boolean {
  return scope.grants.some(
    ({ role, countries, operations }) =>
      role === "programme_manager" &&
      countries === "all" &&
      (operations === "all" || (operationId !== undefined && operations.includes(operationId))),
  );
}

/** Throws `forbidden` for a programme manager of some countries, or of other operations. */
export function demandPlanner(scope: Scope, operationId?: string): void {
  if (!mayPlan(scope, operationId)) throw new DomainError("forbidden", "operation.for_all_countries");
}
