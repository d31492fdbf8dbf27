"use client";

import { useTranslations } from "next-intl";
import { WorldLink } from "#components/layout/world-link.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { OperationPeriod } from "./operation-period.tsx";
import styles from "./operations-schedule.module.css";

type Row = RouterOutputs["operations"]["schedule"]["rows"][number];

/** Operations of which no day is known: they belong to no window, so they stay below every one. */
export function ScheduleUndated({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("operations.timeline");
  if (rows.length === 0) return null;
  return (
    <section className={styles.undated} aria-label={t("undated")}>
      <h2>{t("undated")}</h2>
      <p className={styles.note}>{t("undatedMeaning")}</p>
      <ul>
        {rows.map((row) => (
          <li key={row.id}>
            <WorldLink href={`/operations/${row.slug}`} data-lane={row.id}>
              {row.codename}
            </WorldLink>{" "}
            <bdi className={styles.note}>{row.rough?.wording ?? <OperationPeriod row={row} />}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

export function ScheduleLegend({ rows }: { rows: readonly Row[] }) {
  const t = useTranslations("operations.timeline");
  const terms = useTranslations("terms.phaseKind");
  const phases = rows.flatMap((row) => row.phases);
  const kinds = [...new Set(phases.flatMap(({ kind, startsOn }) => (kind && startsOn ? [kind] : [])))];
  return (
    <ul className={styles.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <i className={styles.swatch} data-kind={kind} aria-hidden="true" />
          {terms(kind)}
        </li>
      ))}
      {rows.some(({ deployments }) => deployments.some(({ startsOn }) => startsOn !== null)) && (
        <li>
          <i className={styles.swatch} data-kind="deployment" aria-hidden="true" />
          {t("deployment")}
        </li>
      )}
      {rows.some(({ rough }) => rough !== null) && (
        <li>
          <i className={styles.swatch} data-kind="other" data-rough aria-hidden="true" />
          {t("rough")}
        </li>
      )}
      <li>
        <i className={styles.todaySwatch} aria-hidden="true" />
        {t("today")}
      </li>
    </ul>
  );
}
