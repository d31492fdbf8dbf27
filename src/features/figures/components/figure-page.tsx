"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Figure } from "#components/figure.tsx";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { FIGURE_FIELDS } from "../rules/fields.ts";
import { useFigureFieldWords } from "./figure-field-words.ts";
import { FigureForm } from "./figure-form.tsx";
import { FigureSource } from "./figure-source.tsx";
import { FigureVersions, newestOf } from "./figure-versions.tsx";
import { colourOf, useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";
import { WithdrawFigure } from "./withdraw-figure.tsx";

type Operation = { id: string; slug: string; codename: string; exercise: boolean };
type Props = { operation: Operation; figureId: string };

/** One published figure with everything that was said of it, the versions before it, and the way to revise it. */
export function FigurePage({ operation, figureId }: Props) {
  const t = useTranslations("figures");
  const trpc = useTRPC();
  const published = useQuery(trpc.figures.list.queryOptions({ operationId: operation.id }));
  const earlier = useQuery(trpc.figures.earlier.queryOptions({ operationId: operation.id }));
  const both = published.data && earlier.data && { published: published.data, earlier: earlier.data };
  const { error } = published;
  return (
    <Known
      query={{ data: both, error: error ?? earlier.error, refetch: (error ? published : earlier).refetch }}
      title={t("notShown")}
      waiting={<SkeletonBox height={360} />}
    >
      {(read) => <OneFigure {...read} operation={operation} figureId={figureId} />}
    </Known>
  );
}

type Read = { published: Published; earlier: readonly PublishedFigure[] };

function OneFigure({ operation, figureId, published, earlier }: Props & Read) {
  const t = useTranslations("figures");
  // The version that was opened stays on the form, whoever else revises meanwhile: what is typed is never taken away.
  const [revising, setRevising] = useState<PublishedFigure | null>(null);
  const back = `/operations/${operation.slug}?tab=sources`;
  const all = [...published.figures, ...earlier];
  const figure = all.find(({ id }) => id === figureId);
  if (!figure)
    return (
      <EmptyState title={t("page.gone")} action={<ActionLink href={back}>{t("page.back")}</ActionLink>}>
        {t("page.goneText")}
      </EmptyState>
    );
  const writes = published.mayWrite && figure.supersededAt === null;
  return (
    <Stack>
      <PageHeader
        title={figure.label}
        exercise={operation.exercise}
        crumbs={[
          { label: operation.codename, href: `/operations/${operation.slug}` },
          { label: t("published"), href: back },
        ]}
        chips={<VisibleTo who={[t("page.readers")]} />}
        action={
          writes &&
          !revising && (
            <ActionButton look="primary" onClick={() => setRevising(figure)}>
              {t("form.revise")}
            </ActionButton>
          )
        }
      />
      <Superseded figure={figure} all={all} slug={operation.slug} />
      {revising ? (
        <FigureForm operationId={operation.id} back={back} published={published} figure={revising} />
      ) : (
        <>
          <Whole figure={figure} published={published} />
          <FigureVersions figure={figure} all={all} slug={operation.slug} published={published} />
          {writes && <WithdrawFigure id={figure.id} back={back} />}
        </>
      )}
    </Stack>
  );
}

function Superseded({
  figure,
  all,
  slug,
}: {
  figure: PublishedFigure;
  all: readonly PublishedFigure[];
  slug: string;
}) {
  const t = useTranslations("figures.page");
  if (figure.supersededAt === null) return null;
  const newest = newestOf(figure, all);
  if (newest.supersededAt !== null)
    return (
      <Notice tone="wait" title={t("withdrawn")}>
        <p>{newest.reason}</p>
      </Notice>
    );
  return (
    <Notice
      tone="wait"
      title={t("revised")}
      action={<WorldLink href={`/operations/${slug}/figures/${newest.id}`}>{t("newest")}</WorldLink>}
    />
  );
}

/** The figure, and every field that says something. */
function Whole({ figure, published }: { figure: PublishedFigure; published: Published }) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms");
  const words = useFigureWords();
  const fields = useFigureFieldWords(published);
  const said = FIGURE_FIELDS.filter(
    (name) =>
      !SHOWN_ABOVE.has(name) &&
      figure[name] !== null &&
      fields.value(figure, name) !== "—" &&
      !saysNothing(figure, name),
  );
  return (
    <Card title={t("page.said")} note={t("asPublished")}>
      <Figure
        {...figure}
        unit={[words.measure(figure), ...words.aside(figure)].join(" · ")}
        status={terms(`figureStatus.${figure.status}`)}
        colour={colourOf(figure.measure)}
        sources={<FigureSource sourceId={figure.sourceId} sources={published.sources} />}
        note={null}
      />
      <dl className={styles.said}>
        {said.map((name) => (
          <div key={name}>
            <dt>{fields.name(name)}</dt>
            <dd>
              <bdi>{fields.value(figure, name)}</bdi>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

/** "Items" of what the measure already names, such as countries. */
const saysNothing = (figure: PublishedFigure, name: (typeof FIGURE_FIELDS)[number]) =>
  name === "unit" && figure.unit === "items" && figure.measure !== "seizures" && figure.measure !== "other";

const SHOWN_ABOVE = new Set<(typeof FIGURE_FIELDS)[number]>([
  "value",
  "low",
  "high",
  "status",
  "asOf",
  "measure",
  "sourceId",
  "valuation",
]);
