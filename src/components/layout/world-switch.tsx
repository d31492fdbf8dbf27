"use client";

import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import styles from "./top-bar.module.css";

/** Real operations or the exercise: the address says which, links keep it, the two are never mixed. */
export function WorldSwitch() {
  const t = useTranslations("shell.world");
  const path = usePathname();
  const parameters = useSearchParams();
  const inExercise = parameters.get("exercise") === "1";
  // Filters of one world mean nothing in the other, and a page of one is not found in the other.
  const section = `/${path.split("/")[1] ?? ""}`;
  return (
    <div className={styles.worlds} role="group" aria-label={t("label")} title={t("hint")}>
      <Link href={section} prefetch={false} aria-current={inExercise ? undefined : "true"}>
        <span className={styles.offPhone}>{t("real")}</span>
        <span className={styles.onPhone}>{t("realShort")}</span>
      </Link>
      <Link
        href={`${section}?exercise=1`}
        prefetch={false}
        aria-current={inExercise ? "true" : undefined}
        data-exercise
      >
        {t("exercise")}
      </Link>
    </div>
  );
}
