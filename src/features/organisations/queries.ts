import "server-only";
import type { Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import { literally } from "#lib/like.ts";
import { pageOf, windowOf } from "#lib/paging.ts";
import type { Tx } from "#server/db.ts";
import { soundsAlike } from "./rules.ts";
import type {
  OrganisationChoices,
  OrganisationContent,
  OrganisationFilter,
  OrganisationInput,
} from "./schema.ts";

const select = {
  id: true,
  name: true,
  acronym: true,
  kind: true,
  countryCode: true,
  retiredAt: true,
  retiredReason: true,
  version: true,
} as const satisfies Prisma.OrganisationSelect;

/** Organisations by name. They are shared by all countries: who holds the permission reads all of them. */
export async function listOrganisations(db: Tx, _scope: Scope, filter: OrganisationFilter) {
  const contains = { contains: literally(filter.text.trim()), mode: "insensitive" as const };
  const where: Prisma.OrganisationWhereInput = {
    ...(filter.text.trim() === "" ? {} : { OR: [{ name: contains }, { acronym: contains }] }),
    ...(filter.country === undefined ? {} : { countryCode: filter.country }),
    ...(filter.kind === undefined ? {} : { kind: filter.kind }),
    ...(filter.retired ? {} : { retiredAt: null }),
  };
  const total = await db.organisation.count({ where });
  const rows = await db.organisation.findMany({
    where,
    select,
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...windowOf(filter),
  });
  return pageOf(rows, total, filter);
}

/** One organisation as it stands; throws `not_found`. */
export async function getOrganisation(db: Tx, _scope: Scope, { id }: OrganisationInput) {
  const found = await db.organisation.findUnique({ where: { id }, select });
  if (!found) throw new DomainError("not_found", "not_found");
  return found;
}

/** What forms offer: not the retired ones; for some countries theirs and those of no country. */
export async function listOrganisationChoices(db: Tx, _scope: Scope, { countries }: OrganisationChoices) {
  return db.organisation.findMany({
    where: {
      retiredAt: null,
      ...(countries.length === 0 ? {} : { OR: [{ countryCode: null }, { countryCode: { in: countries } }] }),
    },
    select: { id: true, name: true, acronym: true, kind: true, countryCode: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 5000,
  });
}

type Candidate = Pick<OrganisationContent, "name" | "acronym" | "countryCode"> & { id: string };

/** Organisations that this one would be taken for. */
export async function findAlike(db: Tx, _scope: Scope, { id, ...candidate }: Candidate) {
  const others = await db.organisation.findMany({
    where: {
      id: { not: id },
      ...(candidate.countryCode === null
        ? {}
        : { OR: [{ countryCode: null }, { countryCode: candidate.countryCode }] }),
    },
    select: { id: true, name: true, acronym: true, countryCode: true, retiredAt: true },
  });
  return others.filter((other) => soundsAlike(candidate, other)).slice(0, 5);
}
