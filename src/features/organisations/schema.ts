import { z } from "zod";
import { OrganisationKind } from "#generated/prisma/enums.ts";
import { isCountryCode } from "#lib/country.ts";
import { pageInput } from "#lib/paging.ts";

const country = z.string().length(2).refine(isCountryCode);
const version = z.int().min(1).max(1_000_000);

/** What an organisation says of itself; an empty acronym and no country are null. */
const content = {
  name: z.string().trim().min(2).max(200),
  acronym: z.string().trim().min(1).max(30).nullable(),
  kind: z.enum(OrganisationKind),
  countryCode: country.nullable(),
};
export const organisationContent = z.strictObject(content);
export type OrganisationContent = z.output<typeof organisationContent>;
/** `anyway`: added although one that sounds alike is here, which the person has looked at. */
export const addOrganisationInput = z.strictObject({
  id: z.uuid(),
  ...content,
  anyway: z.boolean().default(false),
});
export type AddOrganisation = z.output<typeof addOrganisationInput>;

export const reviseOrganisationInput = z.strictObject({
  id: z.uuid(),
  version,
  ...content,
  anyway: z.boolean().default(false),
});
export type ReviseOrganisation = z.output<typeof reviseOrganisationInput>;

export const retireOrganisationInput = z.strictObject({
  id: z.uuid(),
  version,
  reason: z.string().trim().min(3).max(500),
});
export type RetireOrganisation = z.output<typeof retireOrganisationInput>;

export const restoreOrganisationInput = z.strictObject({ id: z.uuid(), version });
export type RestoreOrganisation = z.output<typeof restoreOrganisationInput>;

export const organisationInput = z.strictObject({ id: z.uuid() });
export type OrganisationInput = z.output<typeof organisationInput>;

export const organisationFilter = z.strictObject({
  text: z.string().max(120).default(""),
  country: country.optional(),
  kind: z.enum(OrganisationKind).optional(),
  /** Retired ones as well. */
  retired: z.boolean().default(false),
  ...pageInput.shape,
});
export type OrganisationFilter = z.output<typeof organisationFilter>;

/** Those of these countries and those of no country; without countries all. */
export const organisationChoicesInput = z.strictObject({ countries: z.array(country).max(250).default([]) });
export type OrganisationChoices = z.output<typeof organisationChoicesInput>;
