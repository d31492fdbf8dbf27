import "server-only";
import { ownCountriesOf, withinOperations, type Scope } from "#access/scope.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import { literally } from "#lib/like.ts";
import type { Tx } from "#server/db.ts";
import type { PointChoice } from "../schema.ts";

/** What every list says of a point, and a page of it and a write besides. */
export const LISTED = {
  id: true,
  code: true,
  name: true,
  countryCode: true,
  kind: true,
  iata: true,
  unlocode: true,
  latitude: true,
  longitude: true,
  timeZone: true,
  retiredAt: true,
} as const satisfies Prisma.BorderPointSelect;
export const DESCRIBED = {
  ...LISTED,
  coordinateSource: true,
  facingCountry: true,
  facingPointId: true,
  retiredReason: true,
  version: true,
} as const satisfies Prisma.BorderPointSelect;

/** Points of one's own countries, and those where an operation within reach is deployed. */
export function withinPoints(scope: Scope): Prisma.BorderPointWhereInput {
  const own = ownCountriesOf(scope);
  if (own === "all") return {};
  return {
    OR: [{ countryCode: { in: own } }, { deployments: { some: { operation: withinOperations(scope) } } }],
  };
}

/** Points are real places; those where only exercises are deployed belong to the exercise, new ones to both worlds. */
function ofWorld(exercise: boolean): Prisma.BorderPointWhereInput {
  return { OR: [{ deployments: { none: {} } }, { deployments: { some: { operation: { exercise } } } }] };
}

/** The chosen points within reach; the access state is asked apart. */
export function wherePoints(scope: Scope, choice: PointChoice): Prisma.BorderPointWhereInput {
  const { text, country, kind, retired, exercise } = choice;
  const contains = { contains: literally(text ?? ""), mode: "insensitive" as const };
  return {
    AND: [
      withinPoints(scope),
      ofWorld(exercise),
      { retiredAt: retired ? { not: null } : null },
      ...(country ? [{ countryCode: country }] : []),
      ...(kind ? [{ kind }] : []),
      ...(text
        ? [{ OR: [{ name: contains }, { code: contains }, { iata: contains }, { unlocode: contains }] }]
        : []),
    ],
  };
}

/** What a point that a list was narrowed by is called; undefined outside the reader's reach. */
export async function namePoint(db: Tx, scope: Scope, id: string): Promise<string | undefined> {
  const point = await db.borderPoint.findFirst({
    where: { AND: [{ id }, withinPoints(scope)] },
    select: { name: true },
  });
  return point?.name;
}

/** A point as a write needs it; throws `not_found` outside the reach of its country. */
export async function findOwnPoint(db: Tx, scope: Scope, id: string) {
  const own = ownCountriesOf(scope);
  const point = await db.borderPoint.findFirst({
    where: { AND: [{ id }, own === "all" ? {} : { countryCode: { in: own } }] },
    select: DESCRIBED,
  });
  if (!point) throw new DomainError("not_found", "not_found");
  return point;
}
export type OwnPoint = Awaited<ReturnType<typeof findOwnPoint>>;
