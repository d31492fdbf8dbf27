"use client";

import { useLocale, useTranslations } from "next-intl";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { countryName } from "#lib/country.ts";
import type { Sheet } from "./training-types.ts";
import styles from "./training.module.css";

export function AttendanceFoot({ sheet }: { sheet: Sheet }) {
  const t = useTranslations("training.log");
  const locale = useLocale();
  return (
    <div className={styles.foot}>
      <VisibleTo who={[countryName(sheet.countryCode, locale)]} />
      <span>{t("noNames")}</span>
    </div>
  );
}
