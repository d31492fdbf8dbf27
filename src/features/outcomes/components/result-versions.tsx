"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { sameField, type Details } from "./correction-kinds.ts";
import styles from "./outcomes.module.css";
import { useResultTitle } from "./result-terms.ts";
import { useResultFields } from "./use-result-fields.ts";

/** Every version, the first at the top: what changed and why. */
export function ResultVersions({ result }: { result: Details }) {
  const t = useTranslations("outcomes.detail");
  const format = useFormatter();
  const title = useResultTitle();
  const fields = useResultFields(result.kind);
  const { versions } = result;
  if (versions.length < 2) return null;
  return (
    <Card title={t("versions")}>
      <ol className={styles.versions}>
        {versions.map((version, index) => {
          const before = versions[index - 1];
          const changed = before ? fields.filter(({ key }) => !sameField(key, before, version)) : [];
          const moment = format.dateTime(version.recordedAt, "momentZone", {
            timeZone: version.timeZone ?? "UTC",
          });
          return (
            <li key={version.id} data-stands={version.supersededAt === null}>
              <b>{title(result.kind, version)}</b>
              <span className={styles.quiet}>
                {[
                  t("version", { n: index + 1 }),
                  moment,
                  t(version.mine ? "byYou" : "byColleague"),
                  version.supersededAt === null && t("current"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              {before && (
                <span className={styles.quiet}>
                  {t("changed", {
                    fields:
                      changed
                        .map(({ label, say }) => `${label}: ${say(before)} → ${say(version)}`)
                        .join("; ") || "—",
                  })}
                </span>
              )}
              {version.reason && (
                <span className={`${styles.quiet} ${styles.reason}`} dir="auto">
                  {t("why", { reason: version.reason })}
                </span>
              )}
              {version.id !== result.id && (
                <WorldLink href={`/results/${result.kind}/${version.id}`}>{t("open")}</WorldLink>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
