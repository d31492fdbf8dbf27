import { cellOf, mercatorOf, placeOf } from "#lib/tile-grid.ts";
import type { MapBadge, MapPoint } from "./map-types.ts";

/** A point as it is drawn at a zoom: itself, or several that lie in one cell of the grid. */
export type ShownPoint = MapPoint & { cell: number; members?: readonly MapPoint[] };

/** Points grouped by the grid of the zoom; what they carry adds up. */
export function clustersOf(points: readonly MapPoint[], zoom: number): ShownPoint[] {
  const cells = Map.groupBy(points, ({ lon, lat }) => cellOf([lon, lat], zoom));
  return [...cells].flatMap(([cell, members]): ShownPoint[] => {
    const [first] = members;
    if (!first) return [];
    return [members.length === 1 ? { ...first, cell } : clusterOf(cell, members)];
  });
}

function clusterOf(cell: number, members: readonly MapPoint[]): ShownPoint {
  const places = members.map(({ lon, lat }) => mercatorOf([lon, lat]));
  const mean = (side: 0 | 1) => places.reduce((sum, place) => sum + place[side], 0) / places.length;
  const [lon, lat] = placeOf([mean(0), mean(1)]);
  const size = members.reduce((sum, { halo }) => sum + (halo?.size ?? 0), 0);
  const ring = (["confirmed", "matches"] as const).find((tone) => members.some((one) => one.ring === tone));
  const badges = badgesOf(members);
  const halo = members.find((one) => one.halo)?.halo;
  return {
    id: `cell-${cell}`,
    cell,
    lon,
    lat,
    label: "",
    tone: members[0]?.tone ?? "access",
    members,
    ...(halo
      ? { halo: { tone: halo.tone, size, hatched: members.every((one) => one.halo?.hatched ?? true) } }
      : {}),
    ...(ring ? { ring } : {}),
    ...(badges.length > 0 ? { badges } : {}),
  };
}

function badgesOf(members: readonly MapPoint[]): MapBadge[] {
  const all = members.flatMap(({ badges = [] }) => badges);
  return [...Map.groupBy(all, ({ tone, shape }) => `${tone}|${shape}`).values()].flatMap((held) =>
    held.slice(0, 1).map((badge) => ({
      ...badge,
      count: held.reduce((sum, { count }) => sum + count, 0),
      hatched: held.every(({ hatched }) => hatched ?? false),
    })),
  );
}

/** South-west and north-east corners of the members of a cluster. */
export function cornersOf(members: readonly MapPoint[]): [[number, number], [number, number]] {
  const lons = members.map(({ lon }) => lon);
  const lats = members.map(({ lat }) => lat);
  return [
    [Math.min(...lons), Math.min(...lats)],
    [Math.max(...lons), Math.max(...lats)],
  ];
}
