"use client";

import { useLocale, useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { nameEdition } from "#lib/edition.ts";
import type { PlanPhase } from "../schema/plan.ts";
import type { PlanChoices } from "./plan-tools.tsx";
import { useDayRange } from "./use-day-range.ts";

/** What stands behind the ids and codes of a plan, in the reader's words. */
export function usePlanNames(choices: PlanChoices) {
  const t = useTranslations("planning");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const format = useFormatter();
  const days = useDayRange();
  const pointOf = (id: string) => choices.points.find((point) => point.id === id);
  const day = (date: string | null) => (date === null ? null : format.dateTime(new Date(date), "day"));
  return {
    day,
    country: (code: string) => countryName(code, locale),
    point: (id: string) => pointOf(id)?.name ?? t("unknown"),
    pointCountry: (id: string) => pointOf(id)?.countryCode ?? null,
    organisation: (id: string) => choices.organisations.find((one) => one.id === id)?.name ?? t("unknown"),
    organisationCountry: (id: string) => {
      const code = choices.organisations.find((one) => one.id === id)?.countryCode;
      return code ? countryName(code, locale) : null;
    },
    programme: (id: string) => {
      const programme = choices.programmes.find((one) => one.id === id);
      return programme ? `${programme.code} · ${programme.name}` : t("unknown");
    },
    operation: (id: string) => {
      const operation = choices.operations.find((one) => one.id === id);
      return operation ? nameEdition(operation) : t("unknown");
    },
    phase: ({ kind, label }: Pick<PlanPhase, "kind" | "label">) =>
      label ?? (kind ? terms(`phaseKind.${kind}`) : t("phase.unnamed")),
    range: ({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }) =>
      startsOn === null ? t("noDays") : days(startsOn, endsOn),
  };
}
export type PlanNames = ReturnType<typeof usePlanNames>;
