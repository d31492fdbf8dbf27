"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { countriesByName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { nameEdition } from "#lib/edition.ts";
import type { SummaryFilter } from "../schema.ts";
import styles from "./summary.module.css";

/** Programme, operation, country and period: all in the address, so that a link says the same to whoever may see it. */
export function SummaryFilterBar({ filter }: { filter: SummaryFilter }) {
  const t = useTranslations("summary.filter");
  const locale = useLocale();
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { data } = useQuery(trpc.situation.choices.queryOptions({ exercise: filter.exercise }));
  const countries = countriesByName(locale, data?.countries ?? []);
  const programmes = (data?.programmes ?? []).map(({ code, name }) => ({
    value: code,
    label: code === name ? name : `${code} · ${name}`,
  }));
  const operations = (data?.operations ?? []).map(({ slug, codename, year }) => ({
    value: slug,
    label: nameEdition({ codename, year }),
  }));
  return (
    <FilterBar names={["programme", "operation", "country", "from", "to"]}>
      {programmes.length > 0 && (
        <SelectField
          label={t("programme")}
          value={filter.programme ?? ""}
          onChange={(event) =>
            set({ programme: event.currentTarget.value || null, operation: null, open: null })
          }
          data={[{ value: "", label: t("all") }, ...programmes]}
        />
      )}
      <SearchSelectField
        label={t("operation")}
        clearable
        value={filter.operation ?? null}
        onChange={(operation) => set({ operation, open: null })}
        data={operations}
      />
      <SearchSelectField
        label={t("country")}
        clearable
        value={filter.country ?? null}
        onChange={(country) => set({ country, open: null })}
        data={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <div className={styles.day}>
        <DateField label={t("from")} value={filter.from ?? null} onChange={(from) => set({ from })} />
      </div>
      <div className={styles.day}>
        <DateField label={t("to")} value={filter.to ?? null} onChange={(to) => set({ to })} />
      </div>
    </FilterBar>
  );
}
