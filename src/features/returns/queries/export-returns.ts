import "server-only";
import { countryName } from "#lib/country.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandFewEnough, sheetHead, type SheetFacts } from "#server/sheet-head.ts";
import { sheetTable, writeSheet, type SheetColumn, type SheetFile } from "#server/sheet.ts";
import { wordsFor, type Words } from "#server/words.ts";
import { nameOperation } from "../../operations/queries/name-operation.ts";
import type { ExportReturns } from "../schema.ts";
import { countPointDays } from "./list-point-days.ts";
import { listReturns } from "./list-returns.ts";

type Row = Awaited<ReturnType<typeof listReturns>>["rows"][number];
type Counted = { database: string; unit: string };

/** Every point-day of the list's filter as a file: one row each, one column for each database and unit that counts. */
export async function exportReturns(ctx: Ctx, input: ExportReturns): Promise<SheetFile> {
  const { format, locale, ...filter } = input;
  const words = wordsFor(locale);
  const { db, scope, now } = ctx;
  const count = (await countPointDays(db, scope, { ...filter, page: 1, size: 1, now }))(filter.state);
  demandFewEnough(count);
  const { rows } = await listReturns(db, scope, { ...filter, page: 1, size: Math.max(1, count), now });
  const columns = columnsOf(rows, words);
  const asked = await nameOperation(db, scope, { id: filter.operationId ?? undefined });
  const operations = await db.operation.findMany({
    where: { slug: { in: [...new Set(rows.map(({ operation }) => operation.slug))] } },
    select: { handlingMark: true },
  });
  const head = sheetHead(words, {
    name: "returns",
    title: words.say("returns.list.title"),
    asOf: now,
    from: filter.from,
    to: filter.to,
    filters: filtersOf(filter, { words, operation: asked?.codename }),
    marks: [...operations, ...(asked ? [asked] : [])].map(({ handlingMark }) => handlingMark),
    exercise: filter.exercise,
    rows: rows.length,
    note: words.say("sheets.missing"),
  });
  return writeSheet({ ...head, ...sheetTable(columns, rows) }, format);
}

type Column = SheetColumn<Row>;

function columnsOf(rows: readonly Row[], words: Words): Column[] {
  const { say, named, locale } = words;
  const yes = (said: boolean | undefined) => (said ? say("sheets.yes") : null);
  return [
    { header: say("sheets.localDay"), width: 12, cell: (row) => row.localDate },
    { header: say("sheets.operation"), cell: (row) => row.operation.codename },
    { header: say("sheets.country"), cell: (row) => countryName(row.countryCode, locale) },
    { header: say("sheets.point"), width: 32, cell: (row) => row.point.name },
    {
      header: say("returns.list.state"),
      cell: (row) =>
        row.state === "missing" ? say("returns.list.notReported") : named("terms.review", row.state),
    },
    {
      header: say("returns.list.noChecks"),
      cell: ({ header }) =>
        header?.kind === "no_checks" ? named("terms.noChecksReason", header.noChecksReason) : null,
    },
    ...countedIn(rows).map(({ database, unit }) => ({
      header: `${named("terms.database", database)}: ${named("terms.unit", unit)}`,
      cell: (row: Row) => sumOf(row, { database, unit }),
    })),
    { header: say("returns.list.matches"), cell: ({ header }) => header?.matches ?? null },
    { header: say("returns.list.interim"), cell: ({ header }) => yes(header?.interim) },
    { header: say("returns.list.onBehalf"), cell: ({ header }) => yes(header?.onBehalf) },
    { header: say("returns.list.corrected"), cell: ({ header }) => yes(header?.corrected) },
    {
      header: say("returns.list.validatedBy"),
      cell: ({ header }) => (header?.validatedBy ? say(`returns.list.by.${header.validatedBy}`) : null),
    },
    { header: say("sheets.receipt"), cell: ({ header }) => header?.receipt ?? null },
  ];
}

/** Databases and units that count anywhere in the list. */
function countedIn(rows: readonly Row[]): Counted[] {
  const lines = rows.flatMap(({ header }) => header?.lines.filter(({ counts }) => counts) ?? []);
  const keys = new Set(lines.map(({ database, unit }) => `${database}|${unit}`));
  return [...keys].toSorted().map((key) => {
    const [database = "", unit = ""] = key.split("|");
    return { database, unit };
  });
}

/** Entry and exit of one database and unit together; empty where it was not reported, which is never 0. */
function sumOf({ header }: Row, { database, unit }: Counted): number | null {
  const lines = (header?.lines ?? []).filter(
    (line) => line.counts && line.database === database && line.unit === unit,
  );
  return lines.length === 0 ? null : lines.reduce((sum, { count }) => sum + count, 0);
}

type Narrowed = { words: Words; operation: string | undefined };

function filtersOf(
  filter: Omit<ExportReturns, "format" | "locale">,
  { words, operation }: Narrowed,
): SheetFacts["filters"] {
  const { say, locale } = words;
  const { operationId, country } = filter;
  return [
    [say("returns.list.state"), say(`returns.list.stateName.${filter.state}`)],
    [say("sheets.operation"), operation ?? operationId],
    [say("sheets.country"), country && countryName(country, locale)],
  ];
}
