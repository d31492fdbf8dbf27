"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { FIGURE_FIELDS } from "../rules/fields.ts";
import { useFigureFieldWords } from "./figure-field-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";

/** The version that superseded all others of this figure: it stands, or was withdrawn. */
export function newestOf(figure: PublishedFigure, all: readonly PublishedFigure[]): PublishedFigure {
  const next = all.find(({ supersedesId }) => supersedesId === figure.id);
  return next ? newestOf(next, all) : figure;
}

/** Newest first, back to what was entered or imported. */
function versionsOf(figure: PublishedFigure, all: readonly PublishedFigure[]): PublishedFigure[] {
  const chain: PublishedFigure[] = [];
  for (let at: PublishedFigure | undefined = newestOf(figure, all); at;) {
    chain.push(at);
    const before: string | null = at.supersedesId;
    at = before === null ? undefined : all.find(({ id }) => id === before);
  }
  return chain;
}

type Props = { figure: PublishedFigure; all: readonly PublishedFigure[]; slug: string; published: Published };

/** Every version of a figure with what changed and why; nothing that was entered is lost. */
export function FigureVersions({ figure, all, slug, published }: Props) {
  const t = useTranslations("figures.versions");
  const format = useFormatter();
  const fields = useFigureFieldWords(published);
  const chain = versionsOf(figure, all);
  const by = ({ byHand, mine }: PublishedFigure) => t(byHand ? (mine ? "you" : "person") : "import");
  const changes = (version: PublishedFigure, before: PublishedFigure | undefined) =>
    before === undefined
      ? t("first")
      : FIGURE_FIELDS.filter((name) => JSON.stringify(version[name]) !== JSON.stringify(before[name]))
          .map((name) => fields.name(name))
          .join(" · ");
  return (
    <Card title={t("title")} note={t("count", { count: chain.length })}>
      <SimpleTable
        label={t("title")}
        columns={[
          { header: t("when") },
          { header: t("number"), align: "end" },
          { header: t("changed") },
          { header: t("reason") },
          { header: t("who") },
        ]}
        rows={chain.map((version, place) => ({
          key: version.id,
          emphasis: version.id === figure.id,
          cells: [
            <WorldLink key="when" href={`/operations/${slug}/figures/${version.id}`}>
              {version.enteredAt ? format.dateTime(version.enteredAt, "moment") : t("imported")}
            </WorldLink>,
            <FigureValue key="number" {...version} />,
            changes(version, chain[place + 1]),
            <bdi key="reason">{version.reason ?? "—"}</bdi>,
            by(version),
          ],
        }))}
      />
    </Card>
  );
}
