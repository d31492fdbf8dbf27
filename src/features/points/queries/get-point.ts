import "server-only";
import { daysShown } from "#access/days-shown.ts";
import { narrowed, ownCountriesOf, withinOperations, type Scope } from "#access/scope.ts";
import type { Permission } from "#access/permissions.ts";
import type { Prisma } from "#generated/prisma/client.ts";
import { dayOf } from "#lib/calendar-day.ts";
import { DomainError } from "#lib/errors.ts";
import type { Tx } from "#server/db.ts";
import type { OnePoint } from "../schema.ts";
import type { Asking } from "./list-points.ts";
import { DESCRIBED, withinPoints } from "./where-points.ts";

const other = { select: { id: true, code: true, name: true, countryCode: true } } as const;
const select = {
  ...DESCRIBED,
  facingPoint: other,
  facedBy: { ...other, orderBy: { code: "asc" }, take: 3 },
} as const satisfies Prisma.BorderPointSelect;

/** One border point with the operations deployed there, as far as the reader may know of them. */
export async function getPoint(db: Tx, { scope, grants }: Asking, { id, exercise }: OnePoint) {
  const found = await db.borderPoint.findFirst({ where: { AND: [{ id }, withinPoints(scope)] }, select });
  if (!found) throw new DomainError("not_found", "not_found");
  const deployments = await db.deployment.findMany({
    where: { borderPointId: id, operation: { AND: [withinOperations(scope), { exercise }] } },
    select: {
      id: true,
      startsOn: true,
      endsOn: true,
      dayStartsAt: true,
      operation: {
        select: { id: true, slug: true, codename: true, year: true, state: true, visibility: true },
      },
    },
    orderBy: [{ startsOn: { sort: "desc", nulls: "last" } }, { id: "asc" }],
    take: 200,
  });
  const { latitude, longitude, ...point } = found;
  const may = (permission: Permission) => covers(narrowed(grants, permission), found.countryCode);
  return {
    ...point,
    place: latitude !== null && longitude !== null ? { lat: Number(latitude), lon: Number(longitude) } : null,
    deployments: deployments.map(
      ({ id: deploymentId, operation: { visibility, ...operation }, ...days }) => ({
        id: deploymentId,
        operation,
        ...(daysShown(scope, { id: operation.id, visibility })(found) ? daysOf(days) : UNTOLD),
      }),
    ),
    /** What this reader may do at this very point, whatever their role allows elsewhere. */
    may: { write: may("point:write"), readAccess: may("access:read"), writeAccess: may("access:write") },
  };
}
export type Point = Awaited<ReturnType<typeof getPoint>>;

type Days = { startsOn: Date | null; endsOn: Date | null; dayStartsAt: string };
const daysOf = ({ startsOn, endsOn, dayStartsAt }: Days) => ({
  startsOn: startsOn && dayOf(startsOn),
  endsOn: endsOn && dayOf(endsOn),
  dayStartsAt,
});
const UNTOLD = { startsOn: null, endsOn: null, dayStartsAt: null };

function covers(scope: Scope | null, country: string): boolean {
  if (scope === null) return false;
  const own = ownCountriesOf(scope);
  return own === "all" || own.includes(country);
}
