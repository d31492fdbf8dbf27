"use client";

import { useTranslations } from "next-intl";
import styles from "./skeleton.module.css";

/** Grey lines in the place of what is coming; the height stays, so that nothing jumps. */
export function SkeletonLines({ lines = 4 }: { lines?: number }) {
  const t = useTranslations("shell");
  return (
    <div className={styles.lines} data-skeleton role="status" aria-label={t("loading")}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className={styles.line} data-short={index % 3 === 2 || undefined} />
      ))}
    </div>
  );
}

/** A grey box of a fixed height (pixels) for a chart, map or card. */
export function SkeletonBox({ height }: { height: number }) {
  const t = useTranslations("shell");
  return (
    <div
      className={styles.box}
      data-skeleton
      role="status"
      aria-label={t("loading")}
      style={{ blockSize: height }}
    />
  );
}
