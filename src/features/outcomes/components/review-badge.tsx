"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";

type Props = {
  row: {
    review: "submitted" | "queried" | "validated";
    validatedOnBehalf: boolean;
    supersededAt: Date | null;
  };
};

const TONES = { submitted: "prelim", queried: "wait", validated: "valid" } as const;

/** Where a result stands with its reviewer; withdrawn ones say so instead. */
export function ReviewBadge({ row }: Props) {
  const t = useTranslations("outcomes.list");
  const terms = useTranslations("terms.review");
  if (row.supersededAt !== null) return <Chip>{t("review.withdrawn")}</Chip>;
  return (
    <Chip tone={TONES[row.review]} title={row.validatedOnBehalf ? t("onBehalfMeaning") : undefined}>
      {terms(row.review)}
      {row.validatedOnBehalf && ` · ${t("onBehalf")}`}
    </Chip>
  );
}
