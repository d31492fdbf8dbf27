"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Segmented } from "#components/form/segmented.tsx";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Chip } from "#components/layout/chip.tsx";
import { ExerciseStamp } from "#components/layout/exercise-stamp.tsx";
import { countriesByName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { SituationView, TotalFilter } from "../schema.ts";
import styles from "./situation.module.css";

type Props = { filter: TotalFilter; view: SituationView; period: string };

/** Title, world, period and choice in one line over the map. */
export function SituationHead({ filter, view, period }: Props) {
  const t = useTranslations("situation");
  const locale = useLocale();
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { data } = useQuery(trpc.situation.choices.queryOptions({ exercise: filter.exercise }));
  const countries = countriesByName(locale, data?.countries ?? []);
  return (
    <header className={styles.head}>
      <h1>{t("title")}</h1>
      {filter.exercise && <ExerciseStamp />}
      <Chip>{period}</Chip>
      <div className={styles.fields}>
        <SearchSelectField
          aria-label={t("operation")}
          placeholder={t("operation")}
          clearable
          size="xs"
          value={filter.operation ?? null}
          onChange={(operation) => set({ operation, from: null, to: null, point: null })}
          data={(data?.operations ?? []).map(({ slug, codename, year }) => ({
            value: slug,
            label: year === null ? codename : `${codename} (${year})`,
          }))}
        />
        <SearchSelectField
          aria-label={t("country")}
          placeholder={t("country")}
          clearable
          size="xs"
          value={filter.country ?? null}
          onChange={(country) => set({ country, point: null })}
          data={countries.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Segmented
          label={t("view.label")}
          quietLabel
          choices={[
            { value: "map", label: t("view.map") },
            { value: "table", label: t("view.table") },
          ]}
          value={view}
          onChange={(value) => set({ view: value === "map" ? null : value })}
        />
      </div>
    </header>
  );
}
