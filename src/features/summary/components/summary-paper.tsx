"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { useTRPC } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useOpen } from "./asks-card.tsx";
import { PaperBody } from "./paper-body.tsx";
import styles from "./paper.module.css";
import { useSummaryHref } from "./use-summary-href.ts";

type Props = { filter: SummaryFilter; reader: string; operator: string | null };

/** The summary as a document: the same numbers under the reader's own rights, designed for paper. */
export function SummaryPaper({ filter, reader, operator }: Props) {
  const t = useTranslations("summary");
  const href = useSummaryHref();
  const trpc = useTRPC();
  const { data: totals, error } = useQuery(trpc.summary.totals.queryOptions(filter));
  const { bucket: _, ...chosen } = filter;
  const { data: cuts } = useQuery(trpc.summary.cuts.queryOptions(chosen));
  const { data: published } = useQuery(trpc.summary.published.queryOptions(chosen));
  const open = useOpen(filter);
  const known = totals && cuts && { totals, cuts };
  return (
    <main className={styles.desk} id="content">
      <div className={`${styles.ways} not-on-paper`}>
        <ActionLink look="plain" href={href({})}>
          {t("paper.back")}
        </ActionLink>
        <ActionButton look="primary" onClick={() => window.print()}>
          {t("paper.print")}
        </ActionButton>
      </div>
      <Known query={{ data: known, error }} title={t("notShown")} waiting={null}>
        {(read) => (
          <article className={styles.paper}>
            <PaperBody
              {...read}
              filter={filter}
              reader={reader}
              operator={operator}
              open={open}
              published={published ?? null}
            />
          </article>
        )}
      </Known>
    </main>
  );
}
