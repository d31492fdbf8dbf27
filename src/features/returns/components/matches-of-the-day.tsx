"use client";

import { useTranslations } from "next-intl";
import { CountField } from "#components/form/count-field.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { ReturnFormData } from "./return-draft.ts";
import styles from "./return-form.module.css";

type Props = { form: ReturnFormData; stated: number | null; onStated: (count: number | null) => void };

/** How many matches the point states, beside those recorded here: the reviewer sees the difference. */
export function MatchesOfTheDay({ form, stated, onStated }: Props) {
  const t = useTranslations("returns.form");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const recorded = form.matches.length;
  return (
    <>
      <h2 className={styles.section}>{t("matchesOfTheDay")}</h2>
      <div className={styles.rows}>
        <div className={styles.row}>
          <label htmlFor="matches-stated" className={styles.rowWords}>
            <span>
              <b>{t("matchesStated")}</b>
            </span>
            <small>{t("recorded", { count: recorded })}</small>
          </label>
          <CountField id="matches-stated" value={stated} onChange={onStated} className={styles.count} />
        </div>
        {form.matches.map((match) => (
          <div key={match.id} className={styles.match}>
            <WorldLink href={`/matches/${match.id}`}>{match.reference}</WorldLink>
            <small>
              {[
                match.documentType
                  ? terms(`documentType.${match.documentType}`)
                  : terms(`database.${match.database}`),
                terms(`matchState.${match.state}`),
                format.dateTime(match.detectedAt, "time", { timeZone: form.timeZone }),
              ].join(" · ")}
            </small>
          </div>
        ))}
        <div className={styles.match}>
          <WorldLink href={`/log/match?deployment=${form.deploymentId}`} className={styles.add}>
            {t("addMatch")}
          </WorldLink>
          {stated !== null && stated !== recorded && <small>{t("difference", { stated, recorded })}</small>}
        </div>
      </div>
    </>
  );
}
