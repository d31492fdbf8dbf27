"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { useExercise } from "#components/layout/world-link.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";

/** Operation, country and period; each writes its name in the URL. */
export function ReturnFilterBar({ end }: { end?: ReactNode }) {
  const t = useTranslations("returns.list");
  const locale = useLocale();
  const trpc = useTRPC();
  const { data: choices } = useQuery(trpc.returns.choices.queryOptions({ exercise: useExercise() }));
  const { get, set } = useUrlFilter();
  const countries = (choices?.countries ?? [])
    .map((code) => ({ value: code, label: countryName(code, locale) }))
    .toSorted((a, b) => a.label.localeCompare(b.label, locale));
  return (
    <FilterBar names={["operation", "country", "from", "to"]} end={end}>
      {(choices?.operations.length ?? 0) > 1 && (
        <SelectField
          label={t("operation")}
          value={get("operation") ?? ""}
          data={[
            { value: "", label: t("all") },
            ...(choices?.operations ?? []).map(({ id, codename }) => ({ value: id, label: codename })),
          ]}
          onChange={(event) => set({ operation: event.currentTarget.value || null })}
        />
      )}
      {countries.length > 1 && (
        <SelectField
          label={t("country")}
          value={get("country") ?? ""}
          data={[{ value: "", label: t("all") }, ...countries]}
          onChange={(event) => set({ country: event.currentTarget.value || null })}
        />
      )}
      <DateField label={t("from")} value={get("from")} onChange={(from) => set({ from: from || null })} />
      <DateField label={t("to")} value={get("to")} onChange={(to) => set({ to: to || null })} />
    </FilterBar>
  );
}
