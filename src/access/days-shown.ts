import { covers, keeping, type Scope } from "./scope.ts";

/**
 * Whether this reader is told on which days and in which shifts a country works in an operation. Gaps and future dates are more
 * sensitive than counts: unless it is published, they are for the country itself and headquarters, never for observers.
 */
export function daysShown(scope: Scope, operation: { id: string; visibility: string }) {
  const insiders = keeping(scope, ({ role }) => role !== "observer");
  return ({ countryCode: country }: { countryCode: string }): boolean =>
    operation.visibility === "published" || covers(insiders, { country, operationId: operation.id });
}
