"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { nameEdition } from "#lib/edition.ts";
import { ComparedRows } from "./compared-rows.tsx";
import { ComparedSides } from "./compared-sides.tsx";
import styles from "./summary.module.css";

type Props = { exercise: boolean; a: string | null; b: string | null };

/** Two operations or editions, like with like; what is refused stands below with its reason. */
export function CompareBoard({ exercise, a, b }: Props) {
  const t = useTranslations("summary.compare");
  const summary = useTranslations("summary");
  return (
    <Page>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        crumbs={[{ label: summary("title"), href: "/summary" }]}
        exercise={exercise}
      />
      <Stack>
        <Choice exercise={exercise} a={a} b={b} />
        {(a === null || b === null) && (
          <Card>
            <EmptyState title={t("choose")}>{t("chooseText")}</EmptyState>
          </Card>
        )}
        {a !== null && a === b && <Notice tone="plain">{t("same")}</Notice>}
        {a !== null && b !== null && a !== b && <Comparison exercise={exercise} a={a} b={b} />}
      </Stack>
    </Page>
  );
}

/** Operations by name, those of the first one's series first in the second list. */
function Choice({ exercise, a, b }: Props) {
  const t = useTranslations("summary.compare");
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { data } = useQuery(trpc.situation.choices.queryOptions({ exercise }));
  const operations = data?.operations ?? [];
  const stem = a?.split("-")[0];
  const isEdition = (slug: string) => stem !== undefined && slug.startsWith(stem);
  const second = operations.toSorted((x, y) => Number(isEdition(y.slug)) - Number(isEdition(x.slug)));
  const choices = (listed: typeof operations) =>
    listed.map(({ slug, codename, year }) => ({
      value: slug,
      label: nameEdition({ codename, year }),
    }));
  return (
    <div className={styles.pair}>
      <FilterBar names={["a", "b"]}>
        <SearchSelectField
          label={t("first")}
          clearable
          value={a}
          onChange={(value) => set({ a: value })}
          data={choices(operations)}
        />
        <SearchSelectField
          label={t("second")}
          clearable
          value={b}
          onChange={(value) => set({ b: value })}
          data={choices(second)}
        />
      </FilterBar>
    </div>
  );
}

export type Comparison = RouterOutputs["summary"]["compare"];

function Comparison({ exercise, a, b }: { exercise: boolean; a: string; b: string }) {
  const t = useTranslations("summary.compare");
  const trpc = useTRPC();
  const comparison = useQuery({
    ...trpc.summary.compare.queryOptions({ exercise, a, b }),
    placeholderData: keepPreviousData,
  });
  return (
    <Known query={comparison} title={t("title")} waiting={<SkeletonBox height={240} />}>
      {(data) => {
        const alike = data.rows.filter(({ refusal }) => refusal === null);
        const apart = data.rows.filter(({ refusal }) => refusal !== null);
        return (
          <>
            <ComparedSides sides={data} />
            {alike.some(({ perDay }) => perDay) && <Notice tone="plain">{t("perDayNote")}</Notice>}
            <Card title={t("alike")}>
              {alike.length > 0 ? (
                <ComparedRows label={t("alike")} sides={data} rows={alike} />
              ) : (
                <p>{t(data.rows.length === 0 ? "nothing" : "none")}</p>
              )}
            </Card>
            {apart.length > 0 && (
              <Card title={t("apart")}>
                <ComparedRows label={t("apart")} sides={data} rows={apart} />
              </Card>
            )}
          </>
        );
      }}
    </Known>
  );
}
