"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";

const HOUR = 3_600_000;

/** How long something waits, in hours and then in days; red once three days have gone. */
export function SinceChip({ since, now }: { since: Date; now: Date }) {
  const t = useTranslations("today");
  const hours = Math.max(0, Math.floor((now.getTime() - since.getTime()) / HOUR));
  const words = hours < 48 ? t("hours", { count: hours }) : t("days", { count: Math.floor(hours / 24) });
  return <Chip tone={hours >= 72 ? "late" : hours >= 1 ? "wait" : "plain"}>{words}</Chip>;
}
