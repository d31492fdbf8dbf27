import type { z } from "zod";
import { DomainError } from "#lib/errors.ts";
import { publishedFile, publishedRow } from "../schema.ts";
import type { PublishedRow } from "../schema.ts";
import { asksForANumber } from "./kinds.ts";

/** What may be wrong; each has its words under `errors.import.why`. */
export type Why =
  | "differs"
  | "ends_before_it_starts"
  | "listed_twice"
  | "name_not_allowed"
  | "not_valid"
  | "number_or_wording_needed"
  | "unknown_country"
  | "unknown_field";
/** What is wrong, where: `operation` is the id in the file, or the place of the row when it has none. */
export type Problem = { operation: string; field: string; reason: Why; detail?: string };

/** A row with the text it was read from. */
export type ReadRow = { row: PublishedRow; written: unknown };
export type ReadFile = { rows: ReadRow[]; problems: Problem[] };

/**
 * Reads a file of published operations. Each row is validated by itself, so that every problem of the file is named
 * with its operation and field; with any problem there are no rows to import.
 */
export function readFile(content: string, countryOf: (name: string) => string): ReadFile {
  const file = parse(content);
  const problems: Problem[] = [];
  const rows: ReadRow[] = [];
  const seen = new Set<string>();
  file.operations.forEach((written, index) => {
    const name = nameOf(written, index);
    const row = publishedRow.safeParse(written);
    problems.push(...forbiddenNamesOf(name, written));
    if (!row.success) problems.push(...row.error.issues.flatMap((issue) => problemsOf(name, issue)));
    else {
      problems.push(...contradictionsOf(row.data), ...countriesOf(row.data, countryOf));
      if (seen.has(row.data.id)) problems.push({ operation: name, field: "id", reason: "listed_twice" });
      seen.add(row.data.id);
      rows.push({ row: row.data, written });
    }
  });
  return { rows: problems.length === 0 ? rows : [], problems };
}

function parse(content: string): z.output<typeof publishedFile> {
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch {
    throw new DomainError("invalid", "import.not_json");
  }
  const file = publishedFile.safeParse(json);
  if (file.success) return file.data;
  const [at] = file.error.issues;
  const field = at?.code === "unrecognized_keys" ? at.keys.join(", ") : (at?.path.join(".") ?? "");
  throw new DomainError("invalid", "import.not_operations", {
    values: { field: field.slice(0, 120) || "–" },
  });
}

function nameOf(written: unknown, index: number): string {
  const id = written !== null && typeof written === "object" && "id" in written ? written.id : undefined;
  return typeof id === "string" && id.length > 0 ? id.slice(0, 120) : `#${index + 1}`;
}

/** A schema leaves this name out without a word, as it would reach an object's prototype; what a file says is never lost in silence. */
const FORBIDDEN = "__proto__";

/** Each place where the name stands in a row. Not by recursion: a file may be nested deeper than the stack. */
function forbiddenNamesOf(operation: string, written: unknown): Problem[] {
  const problems: Problem[] = [];
  const left: { value: unknown; path: string }[] = [{ value: written, path: "" }];
  for (let at = left.pop(); at !== undefined; at = left.pop()) {
    if (at.value === null || typeof at.value !== "object") continue;
    for (const [key, value] of Object.entries(at.value)) {
      const path = (at.path === "" ? key : `${at.path}.${key}`).slice(0, 200);
      if (key === FORBIDDEN) problems.push({ operation, field: path, reason: "name_not_allowed" });
      left.push({ value, path });
    }
  }
  return problems;
}

function problemsOf(operation: string, issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys
      .filter((key) => key !== FORBIDDEN)
      .map((key) => ({
        operation,
        field: [...path, key].join(".").slice(0, 200),
        reason: "unknown_field" as const,
      }));
  return [{ operation, field: path.join(".") || "id", reason: "not_valid", detail: issue.code }];
}

/** What no single field can tell: days that run backwards, a claim that has neither number nor words. */
function contradictionsOf(row: PublishedRow): Problem[] {
  const problems: Problem[] = [];
  const problem = (field: string, reason: Why) => problems.push({ operation: row.id, field, reason });
  if (row.start != null && row.end != null && row.end < row.start) problem("end", "ends_before_it_starts");
  row.phases.forEach(({ start, end }, index) => {
    if (start != null && end != null && end < start) problem(`phases.${index}.end`, "ends_before_it_starts");
  });
  const claims: [string, { value?: number | null; qualifier?: string | null } | null | undefined][] = [
    ...row.checks.map((item, index) => [`checks.${index}`, item] as [string, typeof item]),
    ...row.hits.map((item, index) => [`hits.${index}`, item] as [string, typeof item]),
    ...row.notices.map((item, index) => [`notices.${index}`, item] as [string, typeof item]),
    ...row.seizures.map((item, index): [string, { value?: number | null; qualifier?: string | null }] => [
      `seizures.${index}`,
      { value: item.quantity, qualifier: item.qualifier },
    ]),
    ["arrests.total", row.arrests?.total],
    ["victims", row.victims],
    ["migrants", row.migrants],
    ["trained", row.trained],
    ["deployed", row.deployed],
    ["investigations", row.investigations],
  ];
  for (const [field, claim] of claims) {
    if (!claim || claim.value != null) continue;
    if (claim.qualifier == null || asksForANumber(claim.qualifier))
      problem(`${field}.value`, "number_or_wording_needed");
  }
  return problems;
}

function countriesOf(row: PublishedRow, countryOf: (name: string) => string): Problem[] {
  return row.countries.flatMap((name, index) => {
    try {
      countryOf(name);
      return [];
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return [{ operation: row.id, field: `countries.${index}`, reason: "unknown_country", detail: name }];
    }
  });
}
