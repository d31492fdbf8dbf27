"use client";

import { useTranslations } from "next-intl";
import { FigureValue } from "#components/figure.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { Shown } from "#lib/suppress.ts";
import styles from "./summary.module.css";

type Props = {
  validated: Shown;
  preliminary: number | null;
  href?: string | undefined;
  /** The unit in words, where the head of the column does not say it. */
  inWords?: string | undefined;
};

/** A number in a table cell: validated, and hatched beside it what is preliminary; with an address it opens to what it is made of. */
export function ShownCell({ validated, preliminary, href, inWords }: Props) {
  const t = useTranslations("summary");
  const format = useFormatter();
  if (validated.form === "withheld") return <span title={t("withheldMeaning")}>{t("withheld")}</span>;
  const value = (
    <FigureValue
      value={validated.form === "count" ? validated.value : null}
      suppressed={validated.form === "under"}
    />
  );
  const waits = preliminary !== null && preliminary > 0;
  return (
    <span className={styles.cell} data-cell>
      {validated.form === "missing" && waits ? null : (
        <span>
          {href ? (
            <WorldLink href={href} scroll={false}>
              {value}
            </WorldLink>
          ) : (
            value
          )}
          {inWords && ` ${inWords}`}
        </span>
      )}
      {waits && (
        <span className={styles.waits} title={t("preliminaryMeaning")}>
          <i className={`${styles.swatch} hatch`} aria-hidden="true" />
          <span data-words="full">
            {t("plusPreliminary", { count: format.number(preliminary, "count") })}
          </span>
          <span data-words="brief" aria-hidden="true">
            {t("plus", { count: format.number(preliminary, "count") })}
          </span>
        </span>
      )}
    </span>
  );
}
