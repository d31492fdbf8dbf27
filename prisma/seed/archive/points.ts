import { readFileSync } from "node:fs";
import { z } from "zod";
import { BorderPointKind } from "#generated/prisma/enums.ts";
import { derivedId } from "#features/imports/rules/content.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";

const pointsFile = z.strictObject({
  note: z.string(),
  points: z.array(
    z.strictObject({
      code: z.string(),
      name: z.string(),
      printed: z.array(z.string()),
      kind: z.enum(BorderPointKind),
      country: z.string().length(2),
      facingCountry: z.string().length(2).nullable(),
      iata: z.string().length(3).nullable(),
      unlocode: z.string().nullable(),
      lat: z.number(),
      lon: z.number(),
      source: z.string(),
      timeZone: z.string(),
      operations: z.array(z.string()),
    }),
  ),
});

/** The border points that the published operations name, with the source of their coordinates; known ones stay. */
export async function seedPoints(ctx: Ctx): Promise<void> {
  const text = readFileSync(new URL("../../data/border-points.json", import.meta.url), "utf8");
  const { points } = pointsFile.parse(JSON.parse(text));
  const known = await ctx.db.borderPoint.findMany({
    where: { code: { in: points.map(({ code }) => code) } },
    select: { code: true },
  });
  const here = new Set(known.map(({ code }) => code));
  const missing = points
    .filter(({ code }) => !here.has(code))
    .map(({ lat, lon, country, source, printed: _printed, operations: _operations, ...point }) => ({
      ...point,
      id: derivedId("border_point", point.code),
      countryCode: country,
      latitude: lat,
      longitude: lon,
      coordinateSource: source,
    }));
  if (missing.length === 0) return auditUnchanged(ctx);
  await ctx.db.borderPoint.createMany({ data: missing });
  for (const { id, countryCode } of missing)
    audit(ctx, "border_point.added", { entity: "border_point", id, country: countryCode });
}
