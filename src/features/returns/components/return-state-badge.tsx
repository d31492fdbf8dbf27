"use client";

import { useTranslations } from "next-intl";
import { Chip } from "#components/layout/chip.tsx";

type State = "missing" | "submitted" | "queried" | "validated";
const TONES = { missing: "late", submitted: "prelim", queried: "wait", validated: "valid" } as const;

/** How far a return has come; missing is said in words, never as a zero. */
export function ReturnStateBadge({ state }: { state: State }) {
  const t = useTranslations("returns.state");
  return <Chip tone={TONES[state]}>{t(state)}</Chip>;
}
