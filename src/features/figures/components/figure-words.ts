"use client";

import { useLocale, useTranslations } from "next-intl";
import type { FigureColour } from "#components/figure.tsx";
import { countryName } from "#lib/country.ts";
import type { Measure } from "#lib/measure.ts";
import type { RouterOutputs } from "#trpc/client.tsx";

export type Published = RouterOutputs["figures"]["list"];
export type PublishedFigure = Published["figures"][number];

type Worded = Pick<
  PublishedFigure,
  "measure" | "unit" | "label" | "commodity" | "noticeColour" | "countryCode"
>;

/** The label as it stands in the source; names of kinds are written with underscores there. */
export const printedLabel = (label: string) => label.replaceAll("_", " ");

/** What a figure counts and in which unit, in the reader's language; what has no word of ours keeps its label. */
export function useFigureWords() {
  const terms = useTranslations("terms");
  const t = useTranslations("figures");
  const locale = useLocale();

  const unit = (name: string): string => {
    if (name === "days") return t("days");
    const key = `unit.${name}` as Parameters<typeof terms>[0];
    return terms.has(key) ? terms(key) : name;
  };
  const measure = (figure: Worded): string => {
    if (figure.measure === "checks") {
      const key = `checksIn.${figure.unit}` as Parameters<typeof terms>[0];
      return terms.has(key) ? terms(key) : terms("measure.checks");
    }
    if (figure.measure === "other") return printedLabel(figure.label);
    if (figure.measure === "seizures") return figure.commodity ?? printedLabel(figure.label);
    return terms(`measure.${figure.measure}`);
  };
  /** Dimensions beside the measure: notice colour, country. */
  const aside = ({ noticeColour, countryCode }: Worded): string[] => [
    ...(noticeColour ? [terms(`noticeColour.${noticeColour}`)] : []),
    ...(countryCode ? [countryName(countryCode, locale)] : []),
  ];
  return { unit, measure, aside };
}

const COLOURS: Partial<Record<Measure, FigureColour>> = {
  checks: "checks",
  secondary_inspections: "checks",
  matches: "matches",
  confirmed_matches: "confirmed",
  arrests: "arrests",
  victims_presumed: "victims",
  victims_identified: "victims",
  people_trained: "training",
  access_points_live: "access",
};

export const colourOf = (measure: Measure): FigureColour => COLOURS[measure] ?? "plain";

/** The order in which an operation is read; the first five that were published head its page. */
const HEADS: readonly Measure[] = [
  "checks",
  "matches",
  "confirmed_matches",
  "notice_subjects",
  "documents_detected",
  "arrests",
  "victims_presumed",
  "migrants_encountered",
  "people_trained",
  "officers_deployed",
  "persons_of_interest",
  "investigations_opened",
];

/** Rival claims are represented by the figure of record alone; parts by what they are a part of. */
export function headFigures({ figures, sets }: Published): PublishedFigure[] {
  const records = new Set(sets.map(({ recordFigureId }) => recordFigureId));
  const candidates = figures.filter(
    ({ id, partOfId, figureSetId }) => partOfId === null && (figureSetId === null || records.has(id)),
  );
  return HEADS.flatMap((measure) => candidates.find((figure) => figure.measure === measure) ?? []).slice(
    0,
    5,
  );
}
