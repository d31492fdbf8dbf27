import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { cellsAround } from "#lib/tile-grid.ts";
import { encodeTile, EXTENT } from "#lib/vector-tile.ts";
import type { Tx } from "#server/db.ts";
import { chooseOperations } from "../queries.ts";
import { CASES_AND_CHECKS } from "../rules.ts";
import type { TileInput } from "../schema.ts";
import { inDays, ofCountry } from "./in-days.ts";
import { inReach } from "./in-reach.ts";

const cellRow = z.strictObject({
  cx: z.coerce.number(),
  cy: z.coerce.number(),
  x: z.number(),
  y: z.number(),
  points: z.coerce.number(),
  totals: z.record(z.string(), z.number()),
});

/**
 * One vector tile of the map: border points by cell of a grid that the zoom sets, each with its sums ("checks:documents",
 * "matches:cases", with ":preliminary" apart). Grouped in SQL over the totals by point, so its size and cost follow the cells
 * in view and not the number of matches. People are in no tile.
 */
export async function makeTile(db: Tx, scope: Scope, { z: zoom, x, y, points, ...filter }: TileInput) {
  const ids = (await chooseOperations(db, scope, filter)).map(({ id }) => id);
  const around = cellsAround(zoom);
  const side = 1 / 2 ** zoom;
  const codes = points === undefined ? Prisma.sql`TRUE` : Prisma.sql`b.code = ANY (${[...points]})`;
  const country =
    filter.country === undefined ? Prisma.sql`TRUE` : Prisma.sql`b.country_code = ${filter.country}`;
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    WITH place AS MATERIALIZED (
      SELECT b.id, (b.longitude::float8 + 180) / 360 AS x,
             (1 - ln(tan(radians(b.latitude::float8)) + 1 / cos(radians(b.latitude::float8))) / pi()) / 2 AS y
      FROM border_point b
      WHERE b.latitude IS NOT NULL AND b.longitude IS NOT NULL AND ${codes} AND ${country}
        AND b.id IN (SELECT d.border_point_id FROM deployment d WHERE d.operation_id = ANY (${ids}::uuid[]))),
    inside AS MATERIALIZED (
      SELECT id, x, y, floor(x * ${around}::float8)::bigint AS cx, floor(y * ${around}::float8)::bigint AS cy FROM place
      WHERE x >= ${x * side}::float8 AND x < ${(x + 1) * side}::float8 AND y >= ${y * side}::float8 AND y < ${(y + 1) * side}::float8),
    sums AS (
      SELECT i.cx, i.cy, t.measure, t.unit, t.validated, sum(t.total)::float8 AS total
      FROM inside i JOIN point_total t ON t.border_point_id = i.id
      WHERE t.operation_id = ANY (${ids}::uuid[]) AND t.measure = ANY (${[...CASES_AND_CHECKS]}::measure[])
        AND ${inReach(scope)} AND ${inDays(filter)} AND ${ofCountry(filter.country)}
      GROUP BY 1, 2, 3, 4, 5 HAVING sum(t.total) > 0)
    SELECT c.cx, c.cy, c.x, c.y, c.points, coalesce((SELECT jsonb_object_agg(s.measure || ':' || s.unit || CASE WHEN s.validated THEN '' ELSE ':preliminary' END, s.total)
                                                   FROM sums s WHERE s.cx = c.cx AND s.cy = c.cy), '{}') AS totals
    FROM (SELECT cx, cy, avg(x) AS x, avg(y) AS y, count(*) AS points FROM inside GROUP BY 1, 2) c ORDER BY 2, 1`);
  const cells = z.array(cellRow).parse(found);
  const bytes = encodeTile(
    "results",
    cells.map((cell) => ({
      id: cell.cy * around + cell.cx,
      x: (cell.x / side - x) * EXTENT,
      y: (cell.y / side - y) * EXTENT,
      properties: { points: cell.points, ...cell.totals },
    })),
  );
  return { tile: Buffer.from(bytes).toString("base64") };
}
