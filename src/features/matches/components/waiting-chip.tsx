"use client";

import { useNow, useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import type { ChipTone } from "#components/layout/chip.tsx";
import { clockOf, type Clock } from "../rules/awaited.ts";

const TONES: Record<Clock, ChipTone> = {
  within_1h: "plain",
  over_1h: "wait",
  over_24h: "wait",
  over_72h: "late",
};

/** Which clock has run out since something is awaited: 1, 24 or 72 hours. */
export function WaitingChip({ since }: { since: Date }) {
  const t = useTranslations("matches");
  const clock = clockOf(since, useNow());
  return <Chip tone={TONES[clock]}>{t(`clock.${clock}`)}</Chip>;
}
