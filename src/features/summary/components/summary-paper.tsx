"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useAccess } from "./access-card.tsx";
import { useOpen } from "./asks-card.tsx";
import { PaperBody } from "./paper-body.tsx";
import styles from "./paper.module.css";
import { useTrained } from "./training-card.tsx";
import { useSummaryHref } from "./use-summary-href.ts";

type Props = { filter: SummaryFilter; reader: string; operator: string | null };

/** The summary as a document: the same numbers under the reader's own rights, designed for paper. */
export function SummaryPaper({ filter, reader, operator }: Props) {
  const t = useTranslations("summary");
  const href = useSummaryHref();
  const trpc = useTRPC();
  const totals = useQuery(trpc.summary.totals.queryOptions(filter));
  const { bucket: _, ...chosen } = filter;
  const cuts = useQuery(trpc.summary.cuts.queryOptions(chosen));
  const published = useQuery(trpc.summary.published.queryOptions(chosen));
  const open = useOpen(filter);
  const whole = wholeOf({ totals, cuts, published, open });
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
      <Known query={whole} title={t("notShown")} waiting={null}>
        {(read) => <Paper {...read} filter={filter} reader={reader} operator={operator} />}
      </Known>
    </main>
  );
}

/** Training and access are asked of the operations that were found; the paper waits for them too. */
function Paper(body: Omit<ComponentProps<typeof PaperBody>, "legacy">) {
  const t = useTranslations("summary");
  const chosen = { filter: body.filter, operations: body.totals.operations };
  const [trained, access] = [useTrained(chosen), useAccess(chosen)];
  const whole =
    trained.data === undefined || access.data === undefined
      ? undefined
      : { trained: trained.data, access: access.data };
  const again = () =>
    Promise.all([trained, access].filter(({ error }) => error).map(({ refetch }) => refetch()));
  return (
    <Known
      query={{ data: whole, error: trained.error ?? access.error, refetch: again }}
      title={t("notShown")}
      waiting={null}
    >
      {(legacy) => (
        <article className={styles.paper}>
          <PaperBody {...body} legacy={legacy} />
        </article>
      )}
    </Known>
  );
}

type Read<Data> = { data: Data | undefined; error: unknown; refetch: () => unknown };
type Outputs = RouterOutputs["summary"];
type Parts = {
  totals: Read<Outputs["totals"]>;
  cuts: Read<Outputs["cuts"]>;
  published: Read<Outputs["published"]>;
  open: Read<Outputs["open"]>;
};

/** All parts or none: on paper nobody sees that one is still to come, or could not be read. */
function wholeOf({ totals, cuts, published, open }: Parts) {
  const parts = [totals, cuts, published, open];
  const error = totals.error ?? cuts.error ?? published.error ?? open.error;
  const refetch = () => Promise.all(parts.filter((part) => part.error).map((part) => part.refetch()));
  if (!totals.data || !cuts.data || !published.data || open.data === undefined)
    return { error, refetch, data: undefined };
  return {
    error,
    refetch,
    data: { totals: totals.data, cuts: cuts.data, published: published.data, open: open.data },
  };
}
