import { DomainError } from "#lib/errors.ts";
import type { Role } from "#generated/prisma/enums.ts";
import { PERMISSIONS, type Permission } from "./permissions.ts";

export type Grant = {
  role: Role;
  countries: readonly string[] | "all";
  operations: readonly string[] | "all";
};

declare const minted: unique symbol;
/** What one call may reach: the grants whose role holds the call's permission. Only `mintScope` makes one. */
export type Scope = {
  readonly [minted]: true;
  readonly grants: readonly Grant[];
  readonly permission: Permission;
};

/** Keeps the grants that hold the permission; throws `forbidden` when none does. */
export function mintScope(grants: readonly Grant[], permission: Permission): Scope {
  const holders: readonly Role[] = PERMISSIONS[permission];
  const held = grants.filter((grant) => holders.includes(grant.role));
  if (held.length === 0) throw new DomainError("forbidden", "access.forbidden");
  return { grants: held, permission } as unknown as Scope;
}

/** The same grants seen under another permission, or null when the person does not hold it. */
export function narrowed(grants: readonly Grant[], permission: Permission): Scope | null {
  const holders: readonly Role[] = PERMISSIONS[permission];
  return grants.some((grant) => holders.includes(grant.role)) ? mintScope(grants, permission) : null;
}

// Prisma drops an empty condition from an OR instead of reading it as "always", so a grant over everything has no OR at all.
const isOverAll = (grant: Grant) => grant.countries === "all" && grant.operations === "all";

type Within = { OR?: { countryCode?: { in: string[] }; operationId?: { in: string[] } }[] };

/** Prisma `where` for rows with `countryCode` and `operationId`: (countries × operations) of each grant. */
export function within(scope: Scope): Within {
  if (scope.grants.some(isOverAll)) return {};
  return {
    OR: scope.grants.map((grant) => ({
      ...(grant.countries === "all" ? {} : { countryCode: { in: [...grant.countries] } }),
      ...(grant.operations === "all" ? {} : { operationId: { in: [...grant.operations] } }),
    })),
  };
}

/** Countries this scope reaches whatever the operation, or "all". */
export function countriesOf(scope: Scope): string[] | "all" {
  const codes = new Set<string>();
  for (const { countries } of scope.grants) {
    if (countries === "all") return "all";
    for (const code of countries) codes.add(code);
  }
  return [...codes].sort();
}

type OperationsWithin = {
  state?: { not: "draft" };
  OR?: {
    visibility?: "published";
    id?: { in: string[] };
    participations?: { some: { countryCode: { in: string[] } } };
  }[];
};

/** Prisma `where` for operations: published ones, and those the person's countries take part in or are assigned to. A draft is its planners' own. */
export function withinOperations(scope: Scope): OperationsWithin {
  const plans = scope.grants.some(({ role }) => role === "programme_manager");
  const state = plans ? {} : { state: { not: "draft" as const } };
  if (scope.grants.some(isOverAll)) return state;
  return {
    ...state,
    OR: [
      { visibility: "published" as const },
      ...scope.grants.map((grant) => ({
        ...(grant.operations === "all" ? {} : { id: { in: [...grant.operations] } }),
        ...(grant.countries === "all"
          ? {}
          : { participations: { some: { countryCode: { in: [...grant.countries] } } } }),
      })),
    ],
  };
}

/** The same scope through some of its grants alone: never more than it reached. */
export function keeping(scope: Scope, keeps: (grant: Grant) => boolean): Scope {
  return { ...scope, grants: scope.grants.filter(keeps) };
}

/** Throws `not_found` (never forbidden) unless one grant covers both the country and the operation. */
export function demand(scope: Scope, row: { country: string; operationId?: string }): void {
  if (!covers(scope, row)) throw new DomainError("not_found", "not_found");
}

/** Whether one grant covers both the country and the operation. */
export function covers(scope: Scope, row: { country: string; operationId?: string }): boolean {
  return scope.grants.some(
    (grant) =>
      (grant.countries === "all" || grant.countries.includes(row.country)) &&
      (row.operationId === undefined ||
        grant.operations === "all" ||
        grant.operations.includes(row.operationId)),
  );
}

/** Countries whose own rows, which belong to no operation, are reached: those named whatever the operation, or all at headquarters. */
export function ownCountriesOf(scope: Scope): string[] | "all" {
  if (scope.grants.some(isOverAll)) return "all";
  return [...new Set(scope.grants.flatMap(({ countries }) => (countries === "all" ? [] : countries)))].sort();
}

/** Prisma `where` for rows that belong to a country and to no operation: points, access, training. */
export function withinCountry(scope: Scope): { countryCode?: { in: string[] } } {
  const own = ownCountriesOf(scope);
  return own === "all" ? {} : { countryCode: { in: own } };
}

/** Throws `not_found` unless the country's own rows are reached. */
export function demandCountry(scope: Scope, country: string): void {
  const own = ownCountriesOf(scope);
  if (own !== "all" && !own.includes(country)) throw new DomainError("not_found", "not_found");
}
