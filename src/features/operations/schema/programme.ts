import { z } from "zod";
import { AccessSystem, Database, OrganisationKind, Topic } from "#generated/prisma/enums.ts";
import { pageInput } from "#lib/paging.ts";

const line = (most: number) => z.string().trim().min(1).max(most);
const text = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .nullable()
    .transform((written) => (written === "" ? null : written));

/** What a programme says of itself besides its short name, which is fixed once it is opened. */
const content = {
  name: line(200),
  objective: text(4000),
  donor: text(300),
  crimeAreas: z.array(line(100)).max(30),
  topics: z.array(z.enum(Topic)).max(30),
  databases: z.array(z.enum(Database)).max(30),
  systems: z.array(z.enum(AccessSystem)).max(30),
  sectors: z.array(z.enum(OrganisationKind)).max(30),
};
export const programmeContent = z.strictObject(content);
export type ProgrammeContent = z.output<typeof programmeContent>;

/** A plan opens one by its names alone; what else is known of it may follow. */
export const openProgrammeInput = z.strictObject({
  id: z.uuid(),
  code: line(60),
  ...content,
  objective: content.objective.default(null),
  donor: content.donor.default(null),
  crimeAreas: content.crimeAreas.default([]),
  topics: content.topics.default([]),
  databases: content.databases.default([]),
  systems: content.systems.default([]),
  sectors: content.sectors.default([]),
});
export type OpenProgramme = z.output<typeof openProgrammeInput>;

export const reviseProgrammeInput = z.strictObject({
  id: z.uuid(),
  version: z.int().min(1).max(1_000_000),
  ...content,
});
export type ReviseProgramme = z.output<typeof reviseProgrammeInput>;

/** In which world the operations of a programme are counted. */
const exercise = z.boolean().default(false);

export const programmeInput = z.strictObject({ id: z.uuid(), exercise });
export type ProgrammeInput = z.output<typeof programmeInput>;

export const programmeFilter = z.strictObject({
  text: z.string().max(120).default(""),
  exercise,
  ...pageInput.shape,
});
export type ProgrammeFilter = z.output<typeof programmeFilter>;
