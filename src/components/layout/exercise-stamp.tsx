"use client";

import { useTranslations } from "next-intl";
import { Chip } from "./chip.tsx";

/** Stands on everything that belongs to an exercise. */
export function ExerciseStamp() {
  const t = useTranslations("shell");
  return (
    <Chip tone="late" strong title={t("exerciseMeaning")}>
      {t("exerciseStamp")}
    </Chip>
  );
}
