import "server-only";
import timeZoneAt from "@photostructure/tz-lookup";
import type { Scope } from "#access/scope.ts";
import { distanceKm } from "#lib/geo.ts";
import type { Tx } from "#server/db.ts";
import type { Around } from "../schema.ts";
import { withinPoints } from "./where-points.ts";

/** Closer than this in the same country may be the same point. */
export const NEAR_KM = 2;
// A little more than two kilometres of latitude; what lies in the box is then measured.
const BOX = 0.03;

export type Neighbour = {
  id: string;
  code: string;
  name: string;
  /** Kilometres, to a hundred metres. */
  km: number | null;
  why: "near" | "iata" | "unlocode";
};

/** The time zone of a place, and points that may be the same one: of the same code, or nearer than two kilometres in the same country. */
export async function lookAround(db: Tx, scope: Scope, input: Around) {
  return {
    timeZone: timeZoneAt(input.latitude, input.longitude),
    alike: await listAlike(db, scope, input),
  };
}

export async function listAlike(db: Tx, scope: Scope, input: Around): Promise<Neighbour[]> {
  const { latitude, longitude, countryCode, iata, unlocode, except } = input;
  const wide = BOX / Math.max(0.02, Math.cos((latitude * Math.PI) / 180));
  const rows = await db.borderPoint.findMany({
    where: {
      AND: [
        withinPoints(scope),
        { retiredAt: null, ...(except ? { id: { not: except } } : {}) },
        {
          OR: [
            ...(iata ? [{ iata }] : []),
            ...(unlocode ? [{ unlocode }] : []),
            ...(countryCode
              ? [
                  {
                    countryCode,
                    latitude: { gte: latitude - BOX, lte: latitude + BOX },
                    longitude: { gte: longitude - wide, lte: longitude + wide },
                  },
                ]
              : []),
          ],
        },
      ],
    },
    select: {
      id: true,
      code: true,
      name: true,
      countryCode: true,
      iata: true,
      unlocode: true,
      latitude: true,
      longitude: true,
    },
    orderBy: { code: "asc" },
    take: 50,
  });
  const here = { lat: latitude, lon: longitude };
  return rows.flatMap((row): Neighbour[] => {
    const km =
      row.latitude !== null && row.longitude !== null
        ? Math.round(distanceKm(here, { lat: Number(row.latitude), lon: Number(row.longitude) }) * 10) / 10
        : null;
    const same =
      iata !== null && row.iata === iata ? "iata" : row.unlocode === unlocode && unlocode ? "unlocode" : null;
    const near = row.countryCode === countryCode && km !== null && km < NEAR_KM;
    if (same === null && !near) return [];
    return [{ id: row.id, code: row.code, name: row.name, km, why: same ?? "near" }];
  });
}
