"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { issuerName } from "#lib/issuer.ts";
import type { CorridorNow } from "./prepare-corridors.ts";
import styles from "./corridor-note.module.css";

/** What the lines mean, and the issuers that no line can begin at: the United Nations, the European Union, orders. */
export function CorridorNote({ corridors }: { corridors: readonly CorridorNow[] }) {
  const t = useTranslations("situation.corridor");
  const locale = useLocale();
  const format = useFormatter();
  const apart = [
    ...Map.groupBy(
      corridors.filter(({ country }) => country === null),
      ({ issuer }) => issuer,
    ),
  ];
  return (
    <aside className={styles.note} data-map-control aria-label={t("label")}>
      <p>{corridors.length === 0 ? t("none") : t("meaning")}</p>
      {apart.length > 0 && (
        <>
          <p>{t("apart")}</p>
          <ul>
            {apart.map(([issuer, held]) => (
              <li key={issuer}>
                {issuerName(issuer, locale)}:{" "}
                {format.number(
                  held.reduce((sum, one) => sum + one.validated + one.preliminary, 0),
                  "count",
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}
