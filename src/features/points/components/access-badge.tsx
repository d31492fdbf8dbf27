"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";
import type { ChipTone } from "#components/layout/chip.tsx";
import type { AccessState, AccessSystem } from "#generated/prisma/enums.ts";

const TONES: Record<AccessState, ChipTone> = {
  requested: "wait",
  approved: "wait",
  installed: "wait",
  tested: "wait",
  live: "valid",
  suspended: "late",
  withdrawn: "plain",
};

/** Where access stands, in a word, with its system where several stand side by side. */
export function AccessBadge({ state, system }: { state: AccessState | null; system?: AccessSystem }) {
  const t = useTranslations("points.access");
  const terms = useTranslations("terms");
  const word = state === null ? t("noState") : terms(`accessState.${state}`);
  return (
    <Chip tone={state === null ? "plain" : TONES[state]}>
      {system ? t("stateOf", { system: terms(`accessSystem.${system}`), state: word }) : word}
    </Chip>
  );
}
