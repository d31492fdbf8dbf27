import type { Confidence, OrganisationRole, SourceTier } from "#generated/prisma/enums.ts";
import type { PublishedRow } from "../schema.ts";
import { hashOf } from "#lib/content-hash.ts";
import { derivedId } from "./content.ts";
import type { MappedFigure } from "./figure-at.ts";
import { mapFigures } from "./map-figures.ts";
import { extentOf, mapDates, mapPhases, mapRemarks } from "./map-plan.ts";
import type { MappedDate, MappedPhase, MappedRemark } from "./map-plan.ts";
import { organisationOf, pointOf, programmesOf } from "./names.ts";
import type { KnownPoint, OrganisationName, ProgrammeName } from "./names.ts";

export type MappedOrganisation = OrganisationName & { role: OrganisationRole; note: string | null };
export type MappedSource = { id: string; locator: string; tier: SourceTier };
export type MappedOperation = {
  id: string;
  importId: string;
  importHash: string;
  /** The first that is free becomes the address, for good. */
  slugs: string[];
  codename: string;
  series: string | null;
  edition: number | null;
  year: number | null;
  yearInferred: boolean;
  confidence: Confidence | null;
  startsOn: string | null;
  endsOn: string | null;
  programmes: (ProgrammeName & { label: string })[];
  organisations: MappedOrganisation[];
  countries: string[];
  points: KnownPoint[];
  phases: MappedPhase[];
  dates: MappedDate[];
  remarks: MappedRemark[];
  sources: MappedSource[];
  figures: MappedFigure[];
};

export type Reference = {
  points: readonly KnownPoint[];
  /** Country code of a name; throws where the name is unknown. */
  countryOf: (name: string) => string;
};

const slugify = (words: string) =>
  words
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");

/**
 * Addresses of an operation in the order in which they are tried: codename-edition-year, and its id in the file, for
 * another operation may have the first.
 */
export function slugsOf({ id, name, edition, year }: PublishedRow): string[] {
  const bare = name.replace(/\s*\([^()]*\)\s*$/, "").replace(/^operation\s+/i, "");
  const codename = slugify(edition == null ? bare : bare.replace(/\s+[IVXLC]+$/, ""));
  const dated = year != null && !codename.endsWith(String(year)) ? [year] : [];
  const words = [codename, ...(edition == null ? [] : [edition]), ...dated].filter((word) => word !== "");
  const byName = codename === "" ? "" : words.join("-").slice(0, 160);
  return [...new Set([byName, slugify(id), derivedId("slug", id)])].filter((slug) => slug !== "");
}

function mapProgrammes(label: string | null): MappedOperation["programmes"] {
  return label === null ? [] : programmesOf(label).map((programme) => ({ ...programme, label }));
}

function mapOrganisations(row: PublishedRow, countries: readonly string[]): MappedOrganisation[] {
  const own = countries.length === 1 ? (countries[0] ?? null) : null;
  const found = new Map<string, MappedOrganisation>();
  const add = (printed: string, role: OrganisationRole) => {
    const { organisation, note } = organisationOf(printed);
    const country = organisation.country === "own" ? own : organisation.country;
    const key = `${role} ${country} ${organisation.name}`;
    // The same organisation named twice is one, with what was said of it each time.
    const notes = [found.get(key)?.note, note].filter((words) => words != null);
    found.set(key, { ...organisation, country, role, note: notes.join("; ") || null });
  };
  for (const printed of row.partners) add(printed, "partner");
  for (const printed of row.funders) add(printed, "funder");
  return [...found.values()];
}

/**
 * A row as the rows of our tables. Pure: ids follow from the content. A country that is not listed but holds a
 * border point that is named takes part. Throws DomainError `country.unknown` through `reference.countryOf`.
 */
export function mapOperation(row: PublishedRow, reference: Reference): MappedOperation {
  const id = derivedId("operation", row.id);
  const listed = row.countries.map((name) => reference.countryOf(name));
  const named = (row.border_points?.named ?? []).map((name) => pointOf(name, reference.points));
  const points = [...new Map(named.flatMap((point) => (point ? [[point.id, point]] : []))).values()];
  const countries = [...new Set([...listed, ...points.map((point) => point.countryCode)])];
  const phases = mapPhases(row, id);
  const dates = mapDates(row, id, phases);
  return {
    id,
    importId: row.id,
    importHash: hashOf(row),
    slugs: slugsOf(row),
    codename: row.name,
    series: row.series ?? null,
    edition: row.edition ?? null,
    year: row.year ?? null,
    yearInferred: row.year_inferred,
    confidence: row.confidence ?? null,
    ...extentOf(phases, dates),
    programmes: mapProgrammes(row.programme ?? null),
    organisations: mapOrganisations(row, countries),
    countries,
    points,
    phases,
    dates,
    remarks: mapRemarks(row, id),
    sources: row.sources.map((source, index) => ({
      id: derivedId("source", id, String(index), source.url),
      locator: source.url,
      tier: source.type,
    })),
    figures: mapFigures({
      row,
      operationId: id,
      phaseIds: phases.map((phase) => phase.id),
      countryOf: (name) => countryOrNull(name, reference),
    }),
  };
}

function countryOrNull(name: string, reference: Reference): string | null {
  try {
    return reference.countryOf(name);
  } catch {
    return null;
  }
}
