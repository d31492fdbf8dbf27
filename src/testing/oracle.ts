import type { Grant } from "#access/scope.ts";
import type { ResultTable, Row, World } from "./world-shape.ts";

// Written by hand from the role table of the design, without a look at the policies or at `within`: it convicts both.

const READS_RESULTS = ["programme_manager", "reviewer", "liaison"];
const READS_HEADERS = [...READS_RESULTS, "leadership"];

const covers = (grant: Grant, country: string, operation: string) =>
  (grant.countries === "all" || grant.countries.includes(country)) &&
  (grant.operations === "all" || grant.operations.includes(operation));

export function seesResult(grants: Grant[], table: ResultTable, row: Row): boolean {
  const roles = table === "daily_return" || table === "return_line" ? READS_HEADERS : READS_RESULTS;
  return grants.some((grant) => roles.includes(grant.role) && covers(grant, row.country, row.operation));
}

/** Sums are for leadership too; whoever observes is told only what is validated. */
export function seesTotal(grants: Grant[], row: Omit<Row, "id"> & { validated: boolean }): boolean {
  const roles = row.validated ? [...READS_HEADERS, "observer"] : READS_HEADERS;
  return grants.some((grant) => roles.includes(grant.role) && covers(grant, row.country, row.operation));
}

export function seesOperation(grants: Grant[], operation: World["operations"][number]): boolean {
  const notAdministrator = grants.filter((grant) => grant.role !== "administrator");
  // A draft is its planners' own, at headquarters too.
  const headquarters = notAdministrator.filter((g) => g.countries === "all" && g.operations === "all");
  if (
    headquarters.some(({ role }) => role === "programme_manager" || (role !== "liaison" && !operation.draft))
  )
    return true;
  if (operation.published && !operation.draft && notAdministrator.length > 0) return true;
  return notAdministrator.some(
    (grant) =>
      (!operation.draft || grant.role === "programme_manager") &&
      (grant.operations === "all" || grant.operations.includes(operation.id)) &&
      (grant.countries === "all" || grant.countries.some((country) => operation.countries.includes(country))),
  );
}

export function seesRequest(grants: Grant[], request: World["requests"][number]): boolean {
  return grants.some((grant) => {
    if (!READS_RESULTS.includes(grant.role)) return false;
    const headquarters = grant.countries === "all" && grant.operations === "all";
    if (headquarters && grant.role !== "liaison") return true;
    if (covers(grant, request.asking, request.operation)) return true;
    return (
      grant.role !== "programme_manager" &&
      grant.operations === "all" &&
      grant.countries !== "all" &&
      grant.countries.includes(request.asked)
    );
  });
}
