import { readFileSync } from "node:fs";
import { z } from "zod";
import { Database, Measure, Qualifier, SourceTier } from "#generated/prisma/enums.ts";
import { derivedId } from "#features/imports/rules/content.ts";
import { mapOperation } from "#features/imports/rules/map-operation.ts";
import type { MappedOperation } from "#features/imports/rules/map-operation.ts";
import { readFile } from "#features/imports/rules/read-file.ts";
import { countryByName } from "#lib/country-alias.ts";
import { audit, auditUnchanged } from "#server/audit.ts";
import type { Ctx } from "#server/procedure.ts";

const claim = z.strictObject({
  path: z.string().optional(),
  source: z.int().optional(),
  newSource: z
    .strictObject({ locator: z.string(), publisher: z.string(), tier: z.enum(SourceTier) })
    .optional(),
  label: z.string(),
  measure: z.enum(Measure).optional(),
  unit: z.string().optional(),
  databases: z.array(z.enum(Database)).optional(),
  value: z.number().optional(),
  qualifier: z.enum(Qualifier).optional(),
});
type Claim = z.output<typeof claim>;
const set = z.strictObject({
  operation: z.string(),
  question: z.string(),
  scope: z.string().optional(),
  claims: z.array(claim).min(2),
  record: z.int().optional(),
  reason: z.string().optional(),
});
const claimsFile = z.strictObject({
  about: z.string(),
  sources: z.array(
    z.strictObject({
      operation: z.string(),
      source: z.int(),
      title: z.string(),
      publisher: z.string(),
      language: z.string().length(2),
      publishedOn: z.iso.date().optional(),
    }),
  ),
  sets: z.array(set),
});

/** Rival claims with their sources, by hand: the sets of `prisma/data/claims.json` that are not there yet. */
export async function seedClaims(ctx: Ctx, content: string): Promise<void> {
  const text = readFileSync(new URL("../../data/claims.json", import.meta.url), "utf8");
  const { sources, sets } = claimsFile.parse(JSON.parse(text));
  const { rows } = readFile(content, countryByName);
  const operations = new Map(
    rows.map(({ row }) => [row.id, mapOperation(row, { points: [], countryOf: countryByName })]),
  );
  const known = await ctx.db.figureSet.findMany({ select: { id: true } });
  const here = new Set(known.map(({ id }) => id));
  const missing = sets.filter((one) => !here.has(idOf(one)));
  if (missing.length === 0) return auditUnchanged(ctx);
  for (const { operation, source, publishedOn, ...words } of sources)
    await ctx.db.source.updateMany({
      where: { id: sourceId(operations.get(operation)!, source), title: null },
      data: { ...words, ...(publishedOn && { publishedOn: new Date(`${publishedOn}T00:00:00Z`) }) },
    });
  for (const one of missing) await holdClaims(ctx, one, operations.get(one.operation)!);
}

const idOf = ({ operation, question }: { operation: string; question: string }) =>
  derivedId("figure_set", operation, question);

function sourceId(operation: MappedOperation, place: number): string {
  const source = operation.sources[place];
  if (!source) throw new Error(`${operation.importId} has no source ${place}`);
  return source.id;
}

async function holdClaims(ctx: Ctx, one: z.output<typeof set>, operation: MappedOperation): Promise<void> {
  const { db, actor, now } = ctx;
  const id = idOf(one);
  const operationId = operation.id;
  await db.figureSet.create({
    data: { id, operationId, question: one.question, scope: one.scope ?? null },
    select: { id: true },
  });
  const figureIds: string[] = [];
  for (const [place, member] of one.claims.entries())
    figureIds.push(await holdClaim(ctx, member, { operation, figureSetId: id, place }));
  if (one.record !== undefined)
    await db.figureSet.update({
      where: { id },
      data: {
        recordFigureId: figureIds[one.record]!,
        recordReason: one.reason!,
        recordById: actor.id,
        recordAt: now,
      },
      select: { id: true },
    });
  audit(ctx, "figure_set.held", { entity: "figure_set", id, country: null, operationId, version: 1 });
}

type Place = { operation: MappedOperation; figureSetId: string; place: number };

async function holdClaim(
  { db }: Ctx,
  member: Claim,
  { operation, figureSetId, place }: Place,
): Promise<string> {
  const operationId = operation.id;
  const held = { figureSetId, sourceId: await sourceOf(db, member, operation) };
  if (member.path !== undefined) {
    const figure = operation.figures.find(({ path }) => path === member.path);
    if (!figure) throw new Error(`${operation.importId} has no figure ${member.path}`);
    await db.figure.update({
      where: { id: figure.id },
      data: {
        ...held,
        label: member.label,
        ...(member.unit && { unit: member.unit }),
        ...(member.databases && { databases: member.databases }),
      },
      select: { id: true },
    });
    return figure.id;
  }
  const id = derivedId("claim", figureSetId, String(place));
  await db.figure.create({
    data: {
      ...held,
      id,
      operationId,
      measure: member.measure!,
      unit: member.unit!,
      databases: member.databases ?? [],
      label: member.label,
      value: member.value!,
      qualifier: member.qualifier!,
      position: 1_000 + place,
    },
    select: { id: true },
  });
  return id;
}

async function sourceOf(db: Ctx["db"], member: Claim, operation: MappedOperation): Promise<string | null> {
  if (member.source !== undefined) return sourceId(operation, member.source);
  if (!member.newSource) return operation.sources.length === 1 ? sourceId(operation, 0) : null;
  const id = derivedId("source", operation.id, member.newSource.locator);
  await db.source.createMany({
    data: [{ id, operationId: operation.id, ...member.newSource, position: operation.sources.length }],
    skipDuplicates: true,
  });
  return id;
}
