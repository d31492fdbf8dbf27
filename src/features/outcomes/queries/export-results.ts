import "server-only";
import { countryName } from "#lib/country.ts";
import { localDateOf, localTimeOf } from "#lib/zone.ts";
import type { Ctx } from "#server/procedure.ts";
import { demandFewEnough, sheetHead, type SheetFacts } from "#server/sheet-head.ts";
import { sheetTable, writeSheet, type SheetColumn, type SheetFile } from "#server/sheet.ts";
import { wordsFor, type Words } from "#server/words.ts";
import { nameOperation } from "../../operations/queries/name-operation.ts";
import { namePoint } from "../../points/queries/where-points.ts";
import type { ExportResults } from "../schema/filter.ts";
import type { ResultKind } from "../rules.ts";
import { readResults, totalsOf } from "./list-results.ts";
import type { Fact } from "./result-facts.ts";

/** Every row of a list's filter as a file, in the reader's language and under the reader's rights. */
export async function exportResults(ctx: Ctx, input: ExportResults): Promise<SheetFile> {
  const { format, locale, ...filter } = input;
  const words = wordsFor(locale);
  const totals = await totalsOf(ctx.db, ctx.scope, filter);
  const count = totals.reduce((sum, { rows }) => sum + rows, 0);
  demandFewEnough(count);
  const rows = await readResults(ctx.db, ctx.scope, { filter, skip: 0, take: count });
  const columns = columnsOf(filter.kind, words);
  const asked = await nameOperation(ctx.db, ctx.scope, { slug: filter.operation });
  const point = filter.point && (await namePoint(ctx.db, ctx.scope, filter.point));
  const head = sheetHead(words, {
    name: NAMES[filter.kind],
    title: words.say(`outcomes.list.kind.${filter.kind}`),
    asOf: ctx.now,
    from: filter.from ?? null,
    to: filter.to ?? null,
    filters: filtersOf(filter, { words, operation: asked?.codename, point }),
    marks: [...rows, ...(asked ? [asked] : [])].map(({ handlingMark }) => handlingMark),
    exercise: filter.exercise,
    rows: rows.length,
    note: words.say("sheets.preliminary"),
  });
  return writeSheet({ ...head, ...sheetTable(columns, rows) }, format);
}

const NAMES: Record<ResultKind, string> = {
  arrest: "arrests",
  people: "people",
  seizure: "seizures",
  outcome: "outcomes",
};
const WHATS: Record<ResultKind, string> = {
  arrest: "terms.offence",
  people: "terms.peopleKind",
  seizure: "terms.commodity",
  outcome: "terms.outcomeKind",
};

type Column = SheetColumn<Fact>;

function columnsOf(kind: ResultKind, words: Words): Column[] {
  const { say, named } = words;
  const review = (row: Fact) =>
    [named("terms.review", row.review), row.validatedOnBehalf && say("sheets.onBehalf")]
      .filter(Boolean)
      .join(", ");
  return [
    { header: say("sheets.localDay"), width: 12, cell: (row) => row.localDate },
    { header: say("sheets.operation"), cell: (row) => row.codename },
    { header: say("sheets.country"), cell: (row) => countryName(row.countryCode, words.locale) },
    { header: say("sheets.point"), width: 32, cell: (row) => row.point ?? say("sheets.wholeCountry") },
    { header: say(`outcomes.list.what.${kind}`), width: 28, cell: (row) => named(WHATS[kind], row.what) },
    ...ownColumns(kind, words),
    { header: say("sheets.review"), cell: review },
    { header: say("outcomes.list.reason"), width: 32, cell: (row) => row.reason },
    { header: say("outcomes.list.identifier"), width: 38, cell: (row) => row.id },
  ];
}

function ownColumns(kind: ResultKind, { say, named }: Words): Column[] {
  const count = { header: say("outcomes.list.count"), width: 10, cell: (row: Fact) => row.amount };
  const match = { header: say("outcomes.list.match"), width: 12, cell: (row: Fact) => row.reference };
  switch (kind) {
    case "arrest":
      return [
        count,
        { header: say("outcomes.list.state"), cell: (row) => named("terms.arrestState", row.state) },
        match,
        {
          header: say("outcomes.arrest.phase"),
          cell: (row) => row.phaseLabel ?? named("terms.phaseKind", row.phaseKind),
        },
      ];
    case "people":
      return [
        { header: say("outcomes.people.age"), cell: (row) => named("terms.ageGroup", row.ageGroup) },
        { header: say("outcomes.people.sex"), cell: (row) => named("terms.sex", row.sex) },
        count,
      ];
    case "seizure":
      return [
        { header: say("outcomes.seizure.quantity"), cell: (row) => row.amount },
        { header: say("outcomes.seizure.unit"), cell: (row) => named("terms.unit", row.unit) },
      ];
    case "outcome":
      return [
        match,
        {
          header: say("outcomes.list.at"),
          width: 22,
          cell: ({ at, timeZone }) => (at ? localMoment(at, timeZone ?? "UTC") : null),
        },
        { header: say("sheets.timeZone"), width: 22, cell: (row: Fact) => row.timeZone },
      ];
  }
}

const localMoment = (at: Date, zone: string) => `${localDateOf(at, zone)} ${localTimeOf(at, zone)}`;

type Filter = Omit<ExportResults, "format" | "locale">;

type Narrowed = { words: Words; operation: string | undefined; point: string | undefined };

function filtersOf(filter: Filter, { words, operation, point }: Narrowed): SheetFacts["filters"] {
  const { say, named, locale } = words;
  const { country, what, review } = filter;
  return [
    [say("sheets.operation"), operation ?? filter.operation],
    [say("sheets.country"), country && countryName(country, locale)],
    [say("sheets.point"), point ?? filter.point],
    [say(`outcomes.list.what.${filter.kind}`), what && named(WHATS[filter.kind], what)],
    [say("sheets.review"), review && say(`outcomes.list.review.${review}`)],
  ];
}
