"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import type { ChipTone } from "#components/layout/chip.tsx";
import type { MatchState } from "#generated/prisma/enums.ts";

const TONES: Record<MatchState, ChipTone> = {
  recorded: "plain",
  secondary_inspection: "plain",
  confirmation_requested: "wait",
  confirmed: "accent",
  confirmed_nationally: "accent",
  not_confirmed: "plain",
  no_reply: "wait",
  closed: "plain",
};

/** Where a match stands, in a word. */
export function MatchBadge({ state }: { state: MatchState }) {
  const t = useTranslations("terms");
  return (
    <Chip tone={TONES[state]} long>
      {t(`matchState.${state}`)}
    </Chip>
  );
}
