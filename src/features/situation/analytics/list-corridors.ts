import "server-only";
import { z } from "zod";
import type { Scope } from "#access/scope.ts";
import { Prisma } from "#generated/prisma/client.ts";
import { issuerCountry } from "#lib/issuer.ts";
import type { Tx } from "#server/db.ts";
import { chooseOperations } from "../queries.ts";
import type { TotalFilter } from "../schema.ts";

const dayRow = z.strictObject({
  point: z.uuid(),
  issuer: z.string(),
  on: z.iso.date(),
  validated: z.coerce.number(),
  preliminary: z.coerce.number(),
});

/**
 * Confirmed matches by issuer of the document and border point of detection, local day by local day; never with what came of
 * them. Counts of cases, exact for the two roles that may ask (see `lib/suppress.ts`).
 */
export async function listCorridors(db: Tx, scope: Scope, filter: TotalFilter) {
  const ids = (await chooseOperations(db, scope, filter)).map(({ id }) => id);
  const { country = null, from = null, to = null } = filter;
  const found = await db.$queryRaw<unknown[]>(Prisma.sql`
    SELECT c.border_point_id AS point, c.issuer, c.local_date::text AS "on", sum(c.validated) AS validated, sum(c.preliminary) AS preliminary
    FROM app.corridors(${ids}::uuid[], ${country}::text, ${from}::date, ${to}::date) c
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`);
  const days = Map.groupBy(z.array(dayRow).parse(found), ({ point, issuer }) => `${point}|${issuer}`);
  return [...days.values()].flatMap((held) =>
    held.slice(0, 1).map(({ point, issuer }) => ({
      point,
      issuer,
      /** Where the line begins; none for the United Nations, the European Union and orders without a country. */
      country: issuerCountry(issuer),
      days: held.map(({ on, validated, preliminary }) => ({ on, validated, preliminary })),
    })),
  );
}
