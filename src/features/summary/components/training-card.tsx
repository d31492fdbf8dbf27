"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Figure } from "#components/figure.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { sumTrained } from "../rules/sum-trained.ts";
import type { SummaryFilter } from "../schema.ts";
import styles from "./summary.module.css";

type Props = { filter: SummaryFilter; operations: RouterOutputs["summary"]["totals"]["operations"] };

/** People trained in the chosen operations and period; null for those whose role reads no training. */
export function useTrained({ filter, operations }: Props) {
  const can = useCan();
  const trpc = useTRPC();
  const { exercise, country, from, to, operation, programme } = filter;
  const one = operation === undefined ? undefined : operations[0]?.id;
  const choice = { exercise, country, from, to, operation: one };
  const may = can("training:read");
  const read = useQuery({ ...trpc.training.trained.queryOptions(choice), enabled: may });
  const total =
    programme === undefined
      ? read.data?.total
      : read.data && sumTrained(read.data.operations, new Set(operations.map(({ id }) => id)));
  return { data: may ? total : null, error: read.error, refetch: read.refetch };
}

/** People trained and what is known of it: how many sessions were held, and of how many the attendance was reported. */
export function TrainingCard(props: Props) {
  const t = useTranslations("summary");
  return (
    <Known query={useTrained(props)} title={t("training.title")} waiting={<SkeletonLines lines={3} />}>
      {(trained) => trained && trained.held + trained.planned > 0 && <TrainedFacts trained={trained} />}
    </Known>
  );
}

type Trained = NonNullable<ReturnType<typeof useTrained>["data"]>;

function TrainedFacts({ trained }: { trained: Trained }) {
  const t = useTranslations("summary");
  const said = useTrainedWords();
  const { validated, preliminary } = trained;
  return (
    <Card title={t("training.title")} action={<WorldLink href="/training">{t("training.all")}</WorldLink>}>
      <Figure
        value={validated ?? preliminary}
        unit={t("training.trained")}
        colour="training"
        {...(validated === null ? {} : { preliminary })}
        status={validated === null && preliminary !== null ? t("preliminary") : t("validated")}
      />
      <p className={styles.quiet}>{said(trained).join(" · ")}</p>
    </Card>
  );
}

/** Sessions held, attendance reported for n of m, planned, certified. */
export function useTrainedWords() {
  const t = useTranslations("summary.training");
  const figures = useTranslations("summary");
  const format = useFormatter();
  const waits = (count: number | null) =>
    count ? ` ${figures("plusPreliminary", { count: format.number(count, "count") })}` : "";
  return ({ held, planned, reported, certified, certifiedPreliminary }: Trained): string[] =>
    [
      t("held", { count: held }),
      held > 0 ? t("reported", { reported, held }) : null,
      t("planned", { count: planned }),
      certified === null
        ? null
        : t("certified", { count: format.number(certified, "count") }) + waits(certifiedPreliminary),
    ].filter((words) => words !== null);
}
