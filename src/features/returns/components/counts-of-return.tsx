"use client";

import { useTranslations } from "next-intl";
import { useQuantity } from "#i18n/use-quantity.ts";
import type { PointDayRow } from "./return-shapes.ts";
import styles from "./return-list.module.css";

/** The counts of a return line by line with their unit; no checks made says its reason; not reported is a dash. */
export function CountsOfReturn({ header }: { header: PointDayRow["header"] }) {
  const t = useTranslations("returns.list");
  const terms = useTranslations("terms");
  const quantity = useQuantity();
  if (header === null)
    return (
      <span>
        — <span className={styles.muted}>{t("notReported")}</span>
      </span>
    );
  if (header.kind === "no_checks")
    return (
      <span>
        {t("noChecks")}
        {header.noChecksReason && ` · ${terms(`noChecksReason.${header.noChecksReason}`)}`}
      </span>
    );
  return (
    <ul className={styles.counts}>
      {header.lines
        .filter((line) => line.counts)
        .map((line) => (
          <li key={`${line.database}|${line.unit}|${line.direction ?? ""}`}>
            <bdi>{terms(`database.${line.database}`)}</bdi> <b>{quantity(line.count, line.unit)}</b>
          </li>
        ))}
    </ul>
  );
}
