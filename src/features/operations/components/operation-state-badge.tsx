"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import type { ChipTone } from "#components/layout/chip.tsx";
import type { OperationState } from "#generated/prisma/enums.ts";

const TONES: Partial<Record<OperationState, ChipTone>> = {
  live: "accent",
  follow_up: "wait",
  draft: "prelim",
};

export function OperationStateBadge({ state }: { state: OperationState }) {
  const t = useTranslations("terms.operationState");
  return <Chip tone={TONES[state] ?? "plain"}>{t(state)}</Chip>;
}
