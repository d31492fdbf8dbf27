"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Refusal } from "#components/form/refusal.tsx";
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
  const { data, error } = useQuery(trpc.summary.totals.queryOptions(filter));
  const { bucket: _, ...chosen } = filter;
  const { data: cuts } = useQuery(trpc.summary.cuts.queryOptions(chosen));
  const { data: published } = useQuery(trpc.summary.published.queryOptions(chosen));
  const open = useOpen(filter);
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
      {error && <Refusal error={error} title={t("notShown")} />}
      {data && cuts && (
        <article className={styles.paper}>
          <PaperBody
            totals={data}
            filter={filter}
            reader={reader}
            operator={operator}
            cuts={cuts}
            open={open}
            published={published ?? null}
          />
        </article>
      )}
    </main>
  );
}
