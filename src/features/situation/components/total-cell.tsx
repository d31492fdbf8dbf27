"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { Place } from "./prepare-places.ts";
import styles from "./situation.module.css";

type Total = Place["totals"][number];
/** What an absent total means; `apart` is a count that stands elsewhere. */
export type Absence = Place["reporting"] | "apart";

/** One figure of a place. Where there is none: 0 if something was reported, else why there is no number. */
export function TotalCell({ total, absent }: { total: Total | undefined; absent: Absence }) {
  const t = useTranslations("situation.point");
  const why = useTranslations("situation.absent");
  const format = useFormatter();
  if (!total && absent === "counted")
    return (
      <span className={styles.cell} data-none>
        0 <small>{why("none")}</small>
      </span>
    );
  if (!total)
    return (
      <span className={styles.cell} data-absent={absent}>
        — <small>{why(absent === "counted" ? "none" : absent)}</small>
      </span>
    );
  const { validated, preliminary } = total;
  return (
    <span
      className={styles.cell}
      data-total={`${total.measure}:${total.unit}`}
      data-validated={validated.form === "count" ? validated.value : undefined}
      data-preliminary={preliminary ?? 0}
    >
      {validated.form === "withheld" && t("withheld")}
      {validated.form !== "withheld" && !(validated.form === "missing" && preliminary) && (
        <FigureValue
          value={validated.form === "count" ? validated.value : null}
          suppressed={validated.form === "under"}
        />
      )}
      {preliminary !== null && preliminary > 0 && (
        <small>
          <i className={`${styles.swatch} hatch`} aria-hidden="true" /> +{format.number(preliminary, "count")}{" "}
          {t("preliminary")}
        </small>
      )}
    </span>
  );
}
