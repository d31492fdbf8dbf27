"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC } from "#trpc/client.tsx";
import { BesideTotals } from "./beside-totals.tsx";
import type { PublishedFigure } from "./figure-words.ts";
import { OpenQuestion } from "./open-question.tsx";
import { PublishedFigures } from "./published-figures.tsx";
import { QuestionDesk } from "./question-desk.tsx";
import { RivalClaims } from "./rival-claims.tsx";
import { SourceDesk } from "./source-desk.tsx";
import { SourceList } from "./source-list.tsx";
import styles from "./figures.module.css";

/** Figures and sources of an operation: read by everyone who sees it, entered and revised by whoever manages it. */
export function FiguresTab({ operationId, slug }: { operationId: string; slug: string }) {
  const t = useTranslations("figures");
  const trpc = useTRPC();
  const published = useQuery(trpc.figures.list.queryOptions({ operationId }));
  return (
    <Known query={published} title={t("notShown")} waiting={<SkeletonBox height={360} />}>
      {(data) => (
        <Stack>
          {data.mayWrite && (
            <div className={styles.actions}>
              <ActionLink look="primary" href={`/operations/${slug}/figures/new`}>
                {t("form.enter")}
              </ActionLink>
              <OpenQuestion operationId={operationId} published={data} />
            </div>
          )}
          <BesideTotals operationId={operationId} published={data} />
          {data.sets.map((set) => (
            <RivalClaims key={set.id} set={set} published={data} slug={slug}>
              {data.mayWrite && (
                <QuestionDesk operationId={operationId} set={set} published={data} slug={slug} />
              )}
            </RivalClaims>
          ))}
          <PublishedFigures published={data} slug={slug} />
          <SourceList sources={data.sources} />
          {data.mayWrite && <SourceDesk operationId={operationId} sources={data.sources} />}
          <Withdrawn operationId={operationId} slug={slug} standing={data.figures} />
        </Stack>
      )}
    </Known>
  );
}

type Standing = readonly PublishedFigure[];
type WithdrawnProps = { operationId: string; slug: string; standing: Standing };

/** Figures that were taken back; versions that were revised are found at the figure they became. */
function Withdrawn({ operationId, slug, standing }: WithdrawnProps) {
  const t = useTranslations("figures.withdraw");
  const trpc = useTRPC();
  const earlier = useQuery(trpc.figures.earlier.queryOptions({ operationId }));
  return (
    <Known query={earlier} title={t("title")} waiting={null}>
      {(read) => {
        const all = [...standing, ...read];
        const withdrawn = read.filter(({ id }) => !all.some(({ supersedesId }) => supersedesId === id));
        return withdrawn.length > 0 && <WithdrawnList withdrawn={withdrawn} slug={slug} />;
      }}
    </Known>
  );
}

function WithdrawnList({ withdrawn, slug }: { withdrawn: Standing; slug: string }) {
  const t = useTranslations("figures.withdraw");
  const format = useFormatter();
  return (
    <Card title={t("title")}>
      <ul className={styles.lines}>
        {withdrawn.map((figure) => (
          <li key={figure.id}>
            <WorldLink href={`/operations/${slug}/figures/${figure.id}`}>
              <bdi>{figure.label}</bdi>
            </WorldLink>{" "}
            <FigureValue {...figure} />
            <p className={styles.quiet}>
              {figure.supersededAt && format.dateTime(figure.supersededAt, "day")} ·{" "}
              <bdi>{figure.reason}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </Card>
  );
}
