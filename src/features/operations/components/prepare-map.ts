import type { RouterOutputs } from "#trpc/client.tsx";

export type ChartRow = RouterOutputs["operations"]["chart"]["rows"][number];
export type PlacedPoint = {
  id: string;
  name: string;
  countryCode: string;
  lon: number;
  lat: number;
  rows: ChartRow[];
};

/** Border points with their operations, countries with their number of operations, and what no source places. */
export function prepareMap(rows: readonly ChartRow[]): {
  points: PlacedPoint[];
  countries: { code: string; count: number }[];
  unplaced: ChartRow[];
} {
  const points = new Map<string, PlacedPoint>();
  const counts = new Map<string, number>();
  for (const row of rows) {
    for (const code of row.countries) counts.set(code, (counts.get(code) ?? 0) + 1);
    for (const { place, ...point } of row.points) {
      if (!place) continue;
      const known = points.get(point.id) ?? { ...point, ...place, rows: [] };
      known.rows.push(row);
      points.set(point.id, known);
    }
  }
  return {
    points: [...points.values()],
    countries: [...counts]
      .map(([code, count]) => ({ code, count }))
      .toSorted((a, b) => b.count - a.count || a.code.localeCompare(b.code)),
    unplaced: rows.filter(({ countries, points: named }) => countries.length === 0 && named.length === 0),
  };
}
