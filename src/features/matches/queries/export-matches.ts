import "server-only";
import { countryName } from "#lib/country.ts";
import { localDateOf, localTimeOf } from "#lib/zone.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandFewEnough, sheetHead, type SheetFacts } from "#server/sheet-head.ts";
import { sheetTable, writeSheet, type SheetColumn, type SheetFile } from "#server/sheet.ts";
import { wordsFor, type Words } from "#server/words.ts";
import { nameOperation } from "../../operations/queries/name-operation.ts";
import { authorityName } from "../rules/asked.ts";
import type { ExportMatches } from "../schema.ts";
import { countMatches, listMatches } from "./list-matches.ts";

type Row = Awaited<ReturnType<typeof listMatches>>["rows"][number];

/** Every match of the list's filter as a file, in the reader's language and under the reader's rights. */
export async function exportMatches(ctx: Ctx, input: ExportMatches): Promise<SheetFile> {
  const { format, locale, ...filter } = input;
  const words = wordsFor(locale);
  const { db, scope } = ctx;
  const count = await countMatches(db, scope, filter);
  demandFewEnough(count);
  const { rows } = await listMatches(db, scope, { ...filter, page: 1, size: Math.max(1, count) });
  const columns = columnsOf(words);
  const asked = await nameOperation(db, scope, { slug: filter.operation });
  const operations = await db.operation.findMany({
    where: { slug: { in: [...new Set(rows.map(({ operation }) => operation.slug))] } },
    select: { handlingMark: true },
  });
  const head = sheetHead(words, {
    name: "matches",
    title: words.say("matches.title"),
    asOf: ctx.now,
    from: filter.from ?? null,
    to: filter.to ?? null,
    filters: filtersOf(filter, { words, operation: asked?.codename }),
    marks: [...operations, ...(asked ? [asked] : [])].map(({ handlingMark }) => handlingMark),
    exercise: filter.exercise,
    rows: rows.length,
    note: words.say("matches.story.lead"),
  });
  return writeSheet({ ...head, ...sheetTable(columns, rows) }, format);
}

type Column = SheetColumn<Row>;

function columnsOf({ say, named, locale }: Words): Column[] {
  const authority = (code: string | null) => (code === null ? null : authorityName(code, locale));
  return [
    { header: say("matches.column.reference"), width: 12, cell: (row) => row.reference },
    { header: say("sheets.localDay"), width: 12, cell: (row) => row.localDate },
    {
      header: say("sheets.localTime"),
      width: 18,
      cell: ({ detectedAt, point: { timeZone } }) =>
        `${localDateOf(detectedAt, timeZone)} ${localTimeOf(detectedAt, timeZone)}`,
    },
    { header: say("sheets.timeZone"), cell: (row) => row.point.timeZone },
    { header: say("sheets.operation"), cell: (row) => row.operation.codename },
    { header: say("sheets.country"), cell: (row) => countryName(row.countryCode, locale) },
    { header: say("sheets.point"), width: 32, cell: (row) => row.point.name },
    { header: say("matches.filter.database"), cell: (row) => named("terms.database", row.database) },
    {
      header: say("matches.field.documentType"),
      cell: (row) => named("terms.documentType", row.documentType),
    },
    { header: say("matches.field.issuer"), cell: (row) => authority(row.issuer) },
    {
      header: say("matches.field.recordStatus"),
      cell: (row) => named("terms.recordStatus", row.recordStatus),
    },
    {
      header: say("matches.field.noticeColour"),
      cell: (row) => named("terms.noticeColour", row.noticeColour),
    },
    { header: say("matches.field.requestingAuthority"), cell: (row) => authority(row.requestingAuthority) },
    { header: say("matches.column.state"), cell: (row) => named("terms.matchState", row.state) },
    {
      header: say("matches.field.reason"),
      cell: (row) =>
        row.closedReason
          ? named("terms.closedReason", row.closedReason)
          : named("terms.notConfirmedReason", row.notConfirmedReason),
    },
    { header: say("sheets.review"), cell: (row) => named("terms.review", row.review) },
  ];
}

type Narrowed = { words: Words; operation: string | undefined };

function filtersOf(
  filter: Omit<ExportMatches, "format" | "locale">,
  { words, operation }: Narrowed,
): SheetFacts["filters"] {
  const { say, named, locale } = words;
  return [
    [say("matches.queue.label"), say(`matches.queue.${filter.queue}`)],
    [say("sheets.operation"), operation ?? filter.operation],
    [say("sheets.country"), filter.country && countryName(filter.country, locale)],
    [say("matches.filter.database"), filter.database && named("terms.database", filter.database)],
    [say("matches.filter.state"), filter.state && named("terms.matchState", filter.state)],
  ];
}
