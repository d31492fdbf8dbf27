"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { REVIEW_CHOICES } from "../rules.ts";
import type { ResultFilter } from "../schema/filter.ts";
import { useTerm, WHAT_TERMS } from "./result-terms.ts";

const NAMES = ["operation", "country", "point", "what", "review", "from", "to"] as const;
type Choice = { value: string; label: string };

/** Narrows the list; every choice stands in the address. */
export function ResultFilters({ filter, end }: { filter: ResultFilter; end?: ReactNode }) {
  const t = useTranslations("outcomes.list");
  const locale = useLocale();
  const term = useTerm();
  const { set } = useUrlFilter();
  const trpc = useTRPC();
  const { kind, exercise } = filter;
  const { data } = useQuery(trpc.outcomes.facets.queryOptions({ kind, exercise }));
  const countries = data?.countries ?? [];
  const points = (data?.points ?? []).filter(
    ({ countryCode }) => !filter.country || filter.country === countryCode,
  );
  const select = (name: (typeof NAMES)[number], label: string, choices: Choice[]) => (
    <SelectField
      label={label}
      data={[{ value: "", label: t("any") }, ...choices]}
      value={filter[name] ?? ""}
      onChange={(event) =>
        set({ [name]: event.currentTarget.value, ...(name === "country" ? { point: null } : {}) })
      }
    />
  );
  const named = (code: string) => ({ value: code, label: countryName(code, locale) });
  return (
    <FilterBar names={NAMES} end={end}>
      {select(
        "review",
        t("reviewLabel"),
        REVIEW_CHOICES.map((value) => ({ value, label: t(`review.${value}`) })),
      )}
      {select(
        "operation",
        t("operation"),
        (data?.operations ?? []).map(({ slug, codename }) => ({ value: slug, label: codename })),
      )}
      {countries.length > 1 && select("country", t("country"), countries.map(named))}
      {points.length > 1 &&
        select(
          "point",
          t("point"),
          points.map(({ id, name }) => ({ value: id, label: name })),
        )}
      {select(
        "what",
        t(`what.${kind}`),
        (data?.whats ?? []).map((value) => ({ value, label: term(WHAT_TERMS[kind], value) })),
      )}
      <DateField label={t("from")} value={filter.from ?? ""} onChange={(from) => set({ from })} />
      <DateField label={t("to")} value={filter.to ?? ""} onChange={(to) => set({ to })} />
    </FilterBar>
  );
}
