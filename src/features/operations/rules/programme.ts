import { AccessSystem, Database, OrganisationKind, Topic } from "#generated/prisma/enums.ts";
import type { ProgrammeContent } from "../schema/programme.ts";

export const PROGRAMME_FIELDS = [
  "name",
  "objective",
  "donor",
  "crimeAreas",
  "topics",
  "databases",
  "systems",
  "sectors",
] as const satisfies (keyof ProgrammeContent)[];

const chosen = <Key extends string>(all: Record<string, Key>, some: readonly Key[]) =>
  Object.values(all).filter((one) => some.includes(one));

/** Its content in one order, whatever the order in which it was chosen: only what is said makes a difference. */
export const programmeContentOf = (said: ProgrammeContent): ProgrammeContent => ({
  name: said.name,
  objective: said.objective,
  donor: said.donor,
  crimeAreas: [...new Set(said.crimeAreas)].toSorted(),
  topics: chosen(Topic, said.topics),
  databases: chosen(Database, said.databases),
  systems: chosen(AccessSystem, said.systems),
  sectors: chosen(OrganisationKind, said.sectors),
});

export function changedOfProgramme(before: ProgrammeContent, after: ProgrammeContent): string[] {
  const [old, now] = [programmeContentOf(before), programmeContentOf(after)];
  return PROGRAMME_FIELDS.filter((field) => JSON.stringify(old[field]) !== JSON.stringify(now[field]));
}
