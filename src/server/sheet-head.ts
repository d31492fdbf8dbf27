import "server-only";
import { DomainError } from "#lib/errors.ts";
import { MOST_ROWS, type Sheet } from "./sheet.ts";
import type { Words } from "./words.ts";

export type SheetFacts = {
  /** Stem of the file's name: "arrests". */
  name: string;
  title: string;
  asOf: Date;
  /** First and last day asked for; null is open. */
  from: string | null;
  to: string | null;
  /** Every other narrowing in words, such as ["Country", "Kenya"]; those without words were not asked for. */
  filters: readonly (readonly [label: string, words: string | null | undefined])[];
  /** Handling marks of the operations the rows are of. */
  marks: readonly string[];
  exercise: boolean;
  rows: number;
  /** What else must be known to read it, such as that queried rows are preliminary. */
  note?: string;
};

/** Title, stamp and the lines above a table that leaves Muster, in the reader's language. */
export function sheetHead(words: Words, facts: SheetFacts): Omit<Sheet, "columns" | "rows"> {
  const { say, format } = words;
  const day = (date: string) => format.dateTime(new Date(`${date}T00:00:00Z`), "day");
  const period =
    facts.from === null && facts.to === null
      ? say("sheets.allDays")
      : say("sheets.days", {
          from: facts.from === null ? say("sheets.first") : day(facts.from),
          to: facts.to === null ? say("sheets.last") : day(facts.to),
        });
  const asked = facts.filters.filter(([, said]) => said);
  const filters = asked.map(([label, said]) => `${label}: ${said}`).join("; ");
  return {
    name: `${facts.name}-${facts.asOf.toISOString().slice(0, 16).replace("T", "-").replace(":", "")}`,
    title: facts.title,
    stamp: facts.exercise ? say("shell.exerciseStamp") : null,
    rightToLeft: words.locale === "ar",
    about: [
      [say("sheets.period"), period],
      [say("sheets.filters"), filters === "" ? say("sheets.none") : filters],
      [say("sheets.asOf"), `${format.dateTime(facts.asOf, "moment", { timeZone: "UTC" })} UTC`],
      [say("sheets.mark"), strictestFirst(facts.marks).join(", ") || "—"],
      [say("sheets.rows"), format.number(facts.rows, "count")],
      ...(facts.exercise ? ([[say("sheets.exercise"), say("shell.exerciseMeaning")]] as const) : []),
      ...(facts.note === undefined ? [] : ([[say("sheets.note"), facts.note]] as const)),
    ],
  };
}

const STRICT = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];

function strictestFirst(marks: readonly string[]): string[] {
  const rank = (mark: string) => (STRICT.includes(mark) ? STRICT.indexOf(mark) : -1);
  return [...new Set(marks)].toSorted((a, b) => rank(a) - rank(b) || a.localeCompare(b));
}

/** Refuses more rows than one file holds, saying how many there are; ask before reading them. */
export function demandFewEnough(count: number): void {
  if (count > MOST_ROWS)
    throw new DomainError("invalid", "export.too_many_rows", { values: { count, most: MOST_ROWS } });
}
