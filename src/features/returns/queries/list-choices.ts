import "server-only";
import type { Scope } from "#access/scope.ts";
import { listReportingDeployments } from "#features/deployments/queries.ts";
import { tellApart } from "#lib/edition.ts";
import type { Tx } from "#server/db.ts";

/** Operations and countries that report within reach: what the filter offers. */
export async function listReturnChoices(db: Tx, scope: Scope, world: { exercise: boolean }) {
  const deployments = await listReportingDeployments(db, scope, world);
  const nameOf = tellApart(deployments.map(({ operation }) => operation));
  const operations = new Map(
    deployments.map(({ operationId, operation }) => [
      operationId,
      { id: operationId, codename: nameOf(operation) },
    ]),
  );
  return {
    operations: [...operations.values()].toSorted((a, b) => a.codename.localeCompare(b.codename)),
    countries: [...new Set(deployments.map(({ countryCode }) => countryCode))].toSorted(),
  };
}
