"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { OneResult } from "../schema/kinds.ts";
import { ArrestStatuses } from "./arrest-statuses.tsx";
import { CorrectResult } from "./correct-result.tsx";
import type { Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";
import { ResultFacts } from "./result-facts.tsx";
import { ResultReview } from "./result-review.tsx";
import { ResultVersions } from "./result-versions.tsx";
import { useResultTitle } from "./result-terms.ts";
import { ReviewBadge } from "./review-badge.tsx";

/** One result: what was recorded, where it stands with its reviewer, what became of it, its versions and its history. */
export function ResultDetails({ kind, id, history }: OneResult & { history: ReactNode }) {
  const trpc = useTRPC();
  const t = useTranslations("outcomes.list");
  const read = useQuery(trpc.outcomes.get.queryOptions({ kind, id }));
  return (
    <Known query={read} title={t("cannotRead")} waiting={<SkeletonLines lines={10} />}>
      {(result) => (
        <>
          <Header result={result} />
          <Stack>
            <Standing result={result} />
            <Columns split="7-5">
              <Stack>
                <ResultFacts result={result} />
                {kind === "arrest" && <ArrestStatuses result={result} />}
                <ResultReview result={result} />
                <CorrectResult key={result.id} result={result} />
              </Stack>
              <Stack>
                <ResultVersions result={result} />
                {history}
              </Stack>
            </Columns>
          </Stack>
        </>
      )}
    </Known>
  );
}

function Header({ result }: { result: Details }) {
  const t = useTranslations("outcomes.list");
  const locale = useLocale();
  const title = useResultTitle();
  return (
    <PageHeader
      title={title(result.kind, result)}
      crumbs={[
        { label: t("title"), href: "/results" },
        { label: t(`kind.${result.kind}`), href: `/results?kind=${result.kind}` },
        { label: result.codename },
      ]}
      exercise={result.exercise}
      chips={
        <>
          <ReviewBadge row={result} />
          <VisibleTo who={[countryName(result.countryCode, locale)]} />
        </>
      }
    />
  );
}

/** Whether this version counts; if not, which does. */
function Standing({ result }: { result: Details }) {
  const t = useTranslations("outcomes.detail");
  const can = useCan();
  const latest = result.versions.at(-1);
  if (result.supersededAt === null || !can("outcome:read")) return null;
  if (result.successorId === null)
    return (
      <Notice tone="late" title={t("withdrawn")}>
        <p className={styles.reason}>
          {t("withdrawnWhy", { reason: result.reason?.split("\n").at(-1) ?? "" })}
        </p>
      </Notice>
    );
  return (
    <Notice
      tone="wait"
      action={<ActionLink href={`/results/${result.kind}/${latest?.id ?? ""}`}>{t("openLatest")}</ActionLink>}
    >
      {t("superseded")}
    </Notice>
  );
}
