import "server-only";
import type { Ctx } from "#server/procedure.ts";
import { headOf } from "./import-job.ts";
import type { Job } from "./import-job.ts";

/**
 * Takes away what an earlier version of the row wrote, before the new one is written. Rival claims stay, and with
 * them their sources: a person weighed them. So do posts that have results.
 */
export async function clearImported({ db }: Ctx, { mapped, version }: Job): Promise<void> {
  const operationId = mapped.id;
  await db.figure.updateMany({
    where: { operationId, figureSetId: { not: null }, partOf: { figureSetId: null } },
    data: { partOfId: null },
  });
  await db.figure.updateMany({ where: { operationId, figureSetId: null }, data: { partOfId: null } });
  await db.figure.deleteMany({ where: { operationId, figureSetId: null } });
  await db.source.deleteMany({ where: { operationId, figures: { none: {} } } });
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
}
