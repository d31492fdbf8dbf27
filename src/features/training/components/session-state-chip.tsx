"use client";

import { Chip, type ChipTone } from "#components/layout/chip.tsx";
import type { TrainingState } from "#generated/prisma/enums.ts";
import { useTrainingWords } from "./training-words.ts";

const TONES: Record<TrainingState, ChipTone> = { planned: "plain", held: "valid", cancelled: "late" };

export function SessionStateChip({ state }: { state: TrainingState }) {
  const words = useTrainingWords();
  return <Chip tone={TONES[state]}>{words.state(state)}</Chip>;
}
