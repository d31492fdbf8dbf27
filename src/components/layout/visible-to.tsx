"use client";

import { useTranslations } from "next-intl";
import { Chip } from "./chip.tsx";

/** Who can see this record: names ready to read, such as ["Kenya"]; programme headquarters is added unless `hq` is false. */
export function VisibleTo({ who, hq = true }: { who: readonly string[]; hq?: boolean }) {
  const t = useTranslations("shell");
  const everyone = hq ? [...who, t("programmeHq")] : who;
  return <Chip long>{t("visibleTo", { who: everyone.join(" · ") })}</Chip>;
}
