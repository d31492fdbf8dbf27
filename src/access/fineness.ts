import type { Role } from "#generated/prisma/enums.ts";
import type { Fineness } from "#lib/suppress.ts";
import type { Grant } from "./scope.ts";

const READ_ROWS: readonly Role[] = ["programme_manager", "reviewer", "liaison"];

/** The finest division that all of the grants allow: a liaison of one country who observes an operation observes the other countries. */
export function finenessOf(grants: readonly Grant[]): Fineness {
  if (reachAll(grants, READ_ROWS)) return "exact";
  return reachAll(grants, [...READ_ROWS, "leadership"]) ? "months" : "operation";
}

/** Whether the grants of these roles reach everything that any grant reaches. Otherwise a total holds rows that another role alone reads. */
function reachAll(grants: readonly Grant[], roles: readonly Role[]): boolean {
  const finer = grants.filter(({ role }) => roles.includes(role));
  return grants.every((grant) =>
    finer.some(
      (one) =>
        isPart(grant.countries, { of: one.countries }) && isPart(grant.operations, { of: one.operations }),
    ),
  );
}

type Reach = readonly string[] | "all";
const isPart = (part: Reach, { of }: { of: Reach }) =>
  of === "all" || (part !== "all" && part.every((one) => of.includes(one)));
