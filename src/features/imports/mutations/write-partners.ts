import "server-only";
import { newId } from "#lib/ids.ts";
import type { Ctx } from "#server/procedure.ts";
import type { MappedOrganisation } from "../rules/map-operation.ts";
import type { Job } from "./import-job.ts";

/** Programmes of the labels in print, made where they are new. */
export async function writeProgrammes({ db }: Ctx, jobs: readonly Job[]): Promise<void> {
  const wanted = new Map(
    jobs.flatMap(({ mapped }) => mapped.programmes.map(({ code, name }) => [code, name])),
  );
  if (wanted.size === 0) return;
  await db.programme.createMany({
    data: [...wanted].map(([code, name]) => ({ id: newId(), code, name })),
    skipDuplicates: true,
  });
  const kept = await db.programme.findMany({
    where: { code: { in: [...wanted.keys()] } },
    select: { id: true, code: true },
  });
  const ids = new Map(kept.map(({ code, id }) => [code, id]));
  await db.operationProgramme.createMany({
    data: jobs.flatMap(({ mapped }) =>
      mapped.programmes.map(({ code, label }) => ({
        operationId: mapped.id,
        programmeId: idOf(ids, code),
        label,
      })),
    ),
  });
}

function idOf(ids: ReadonlyMap<string, string>, key: string): string {
  const id = ids.get(key);
  if (id === undefined) throw new Error(`nothing was written for ${key}`);
  return id;
}

const keyOf = ({ name, country }: { name: string; country: string | null }) => `${country ?? ""}:${name}`;

/** Partners and funders; an organisation is the same when its name and country are. */
export async function writeOrganisations({ db }: Ctx, jobs: readonly Job[]): Promise<void> {
  const wanted = new Map<string, MappedOrganisation>();
  for (const { mapped } of jobs) for (const one of mapped.organisations) wanted.set(keyOf(one), one);
  if (wanted.size === 0) return;
  const names = [...wanted.values()].map(({ name }) => name);
  const known = await db.organisation.findMany({
    where: { name: { in: names } },
    select: { id: true, name: true, countryCode: true },
  });
  const ids = new Map(known.map(({ id, name, countryCode }) => [keyOf({ name, country: countryCode }), id]));
  const missing = [...wanted].filter(([key]) => !ids.has(key));
  for (const [key] of missing) ids.set(key, newId());
  await db.organisation.createMany({
    data: missing.map(([key, { name, acronym, kind, country }]) => ({
      id: idOf(ids, key),
      name,
      acronym,
      kind,
      countryCode: country,
    })),
  });
  await db.operationOrganisation.createMany({
    data: jobs.flatMap(({ mapped }) =>
      mapped.organisations.map((one) => ({
        operationId: mapped.id,
        organisationId: idOf(ids, keyOf(one)),
        role: one.role,
        note: one.note,
      })),
    ),
    skipDuplicates: true,
  });
}
