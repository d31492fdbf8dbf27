import type { Imported } from "../queries/find-imported.ts";
import type { MappedOperation } from "../rules/map-operation.ts";

/** One operation to write: as mapped, as written in the file, and as it was before. */
export type Job = { mapped: MappedOperation; written: unknown; before: Imported | null; version: number };

/** A day of the file as a date column takes it. */
export const day = (written: string | null) => (written === null ? null : new Date(`${written}T00:00:00Z`));

/** The columns of an operation that a row of a file decides; its slug never changes again. */
export function headOf(mapped: MappedOperation) {
  return {
    codename: mapped.codename,
    series: mapped.series,
    edition: mapped.edition,
    year: mapped.year,
    yearInferred: mapped.yearInferred,
    confidence: mapped.confidence,
    importHash: mapped.importHash,
    startsOn: day(mapped.startsOn),
    endsOn: day(mapped.endsOn),
  };
}
