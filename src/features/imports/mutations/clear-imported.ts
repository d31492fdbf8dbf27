import "server-only";
import type { Ctx } from "#server/procedure.ts";
import { headOf } from "./import-job.ts";
import type { Job } from "./import-job.ts";

/** What people entered or revised by hand, with the whole it is a part of; no import takes it away. */
export type ByHand = { id: string; partOfId: string | null }[];

/**
 * Takes away what an earlier version of the row wrote, before the new one is written. Figures and sources that a person
 * entered or revised stay, and with them what they superseded; so do rival claims, which a person weighed, with their
 * sources, and posts that have results.
 */
export async function clearImported({ db }: Ctx, { mapped, version }: Job): Promise<ByHand> {
  const operationId = mapped.id;
  const byHand = await db.figure.findMany({
    where: { operationId, enteredById: { not: null }, supersededAt: null },
    select: { id: true, partOfId: true },
  });
  await db.figure.updateMany({
    where: { operationId, figureSetId: { not: null }, partOf: { figureSetId: null } },
    data: { partOfId: null },
  });
  const alone = { operationId, figureSetId: null, supersededAt: null };
  await db.figure.updateMany({ where: alone, data: { partOfId: null } });
  await db.figure.deleteMany({ where: { ...alone, enteredById: null } });
  await db.source.deleteMany({ where: { operationId, enteredById: null, figures: { none: {} } } });
  await db.publishedDate.deleteMany({ where: { operationId } });
  await db.operationRemark.deleteMany({ where: { operationId } });
  await db.phaseCountry.deleteMany({ where: { operationId } });
  await db.phase.deleteMany({ where: { operationId } });
  await db.operationProgramme.deleteMany({ where: { operationId } });
  await db.operationOrganisation.deleteMany({ where: { operationId } });
  await db.deployment.deleteMany({
    where: {
      operationId,
      borderPointId: { notIn: mapped.points.map(({ id }) => id) },
      returns: { none: {} },
      matches: { none: {} },
    },
  });
  await db.participation.deleteMany({
    where: { operationId, countryCode: { notIn: mapped.countries }, deployments: { none: {} } },
  });
  await db.operation.update({
    where: { id: operationId },
    data: { ...headOf(mapped), version },
    select: { id: true },
  });
  return byHand;
}

/** Parts find their whole again: those entered by hand the one that was read anew, and those read anew the revised one. */
export async function joinByHand({ db }: Ctx, { mapped }: Job, byHand: ByHand): Promise<void> {
  const operationId = mapped.id;
  for (const { id, partOfId } of byHand) {
    if (partOfId === null || (await db.figure.count({ where: { id: partOfId } })) === 0) continue;
    await db.figure.updateMany({ where: { id, partOfId: null }, data: { partOfId } });
  }
  const revised = await db.figure.findMany({
    where: { operationId, supersedesId: { not: null } },
    select: { id: true, supersedesId: true },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
  });
  for (const { id, supersedesId } of revised)
    await db.figure.updateMany({
      where: { operationId, supersededAt: null, partOfId: supersedesId },
      data: { partOfId: id },
    });
}
