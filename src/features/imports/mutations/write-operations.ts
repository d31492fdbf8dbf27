import "server-only";
import type { Prisma } from "#generated/prisma/client.ts";
import { DomainError } from "#lib/errors.ts";
import type { Ctx } from "#server/procedure.ts";
import { findTakenSlugs } from "../queries/find-imported.ts";
import { derivedId } from "../rules/content.ts";
import { day, headOf } from "./import-job.ts";
import type { Job } from "./import-job.ts";
import { writeOrganisations, writeProgrammes } from "./write-partners.ts";

/** Opens the operations of an import: published, closed, never an exercise. */
export async function writeOperations(ctx: Ctx, jobs: readonly Job[]): Promise<void> {
  const { db, actor, now } = ctx;
  const taken = await findTakenSlugs(
    db,
    ctx.scope,
    jobs.flatMap(({ mapped }) => mapped.slugs),
  );
  await db.operation.createMany({
    data: jobs.map(({ mapped, version }) => ({
      id: mapped.id,
      slug: takeSlug(mapped.slugs, taken),
      importId: mapped.importId,
      ...headOf(mapped),
      handlingMark: "TLP:CLEAR",
      exercise: false,
      state: "closed",
      visibility: "published",
      version,
      createdAt: now,
      createdById: actor.id,
    })),
  });
}

function takeSlug(slugs: readonly string[], taken: Set<string>): string {
  const slug = slugs.find((one) => !taken.has(one));
  if (slug === undefined) throw new DomainError("conflict", "id.not_usable");
  taken.add(slug);
  return slug;
}

/** Everything below the operations, and the rows themselves as they stood in the file. */
export async function writeContent(ctx: Ctx, jobs: readonly Job[]): Promise<void> {
  const { db, actor, now } = ctx;
  await db.operationVersion.createMany({
    data: jobs.map(({ mapped, version, written }) => ({
      operationId: mapped.id,
      version,
      content: written as Prisma.InputJsonObject,
      contentHash: mapped.importHash,
      recordedAt: now,
      recordedById: actor.id,
    })),
  });
  await writeProgrammes(ctx, jobs);
  await writeOrganisations(ctx, jobs);
  await writePlan(ctx, jobs);
  await writeFigures(ctx, jobs);
}

async function writePlan({ db }: Ctx, jobs: readonly Job[]): Promise<void> {
  const all = <Row>(rowsOf: (job: Job) => Row[]) => jobs.flatMap(rowsOf);
  await db.phase.createMany({
    data: all(({ mapped }) =>
      mapped.phases.map(({ startsOn, endsOn, ...phase }, position) => ({
        ...phase,
        operationId: mapped.id,
        startsOn: day(startsOn),
        endsOn: day(endsOn),
        position,
      })),
    ),
  });
  await db.publishedDate.createMany({
    data: all(({ mapped }) =>
      mapped.dates.map(({ earliest, latest, ...date }) => ({
        ...date,
        operationId: mapped.id,
        earliest: day(earliest),
        latest: day(latest),
      })),
    ),
  });
  await db.operationRemark.createMany({
    data: all(({ mapped }) =>
      mapped.remarks.map((remark, position) => ({ ...remark, operationId: mapped.id, position })),
    ),
  });
  await db.participation.createMany({
    data: all(({ mapped }) =>
      mapped.countries.map((countryCode) => ({
        operationId: mapped.id,
        countryCode,
        role: "participating" as const,
        state: "closed" as const,
      })),
    ),
    skipDuplicates: true,
  });
  await db.deployment.createMany({
    data: all(({ mapped }) =>
      mapped.points.map((point) => ({
        id: derivedId("deployment", mapped.id, point.id),
        operationId: mapped.id,
        countryCode: point.countryCode,
        borderPointId: point.id,
      })),
    ),
    skipDuplicates: true,
  });
}

/** With one source the figure is that source's; with several it is one of them, and no one knows which. */
async function writeFigures({ db }: Ctx, jobs: readonly Job[]): Promise<void> {
  await db.source.createMany({
    data: jobs.flatMap(({ mapped }) =>
      mapped.sources.map((source, position) => ({ ...source, operationId: mapped.id, position })),
    ),
    skipDuplicates: true,
  });
  // A part comes after the figure it is a part of, so one statement a level keeps the reference sound.
  const rows = jobs.flatMap(({ mapped }) =>
    mapped.figures.map(({ path: _, ...figure }, position) => ({
      ...figure,
      operationId: mapped.id,
      sourceId: mapped.sources.length === 1 ? (mapped.sources[0]?.id ?? null) : null,
      position,
    })),
  );
  await db.figure.createMany({
    data: rows.filter(({ partOfId }) => partOfId === null),
    skipDuplicates: true,
  });
  await db.figure.createMany({
    data: rows.filter(({ partOfId }) => partOfId !== null),
    skipDuplicates: true,
  });
  // Claims that were held while their row was replaced find their whole again.
  for (const { mapped, before } of jobs)
    for (const { id, partOfId } of before ? mapped.figures : [])
      if (partOfId) await db.figure.updateMany({ where: { id, partOfId: null }, data: { partOfId } });
}
