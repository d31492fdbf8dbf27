"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { memo } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { ExerciseStamp } from "#components/layout/exercise-stamp.tsx";
import { countriesByName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { SituationSearch } from "../schema.ts";
import styles from "./situation.module.css";
import type { ChangeAddress } from "./use-situation-address.ts";

type Props = { asked: SituationSearch; change: ChangeAddress; period: string };

/** Title, world, period and choice in one line over the map. */
export function SituationHead({ asked: { filter, view, points }, change, period }: Props) {
  const t = useTranslations("situation");
  return (
    <header className={styles.head}>
      <h1>{t("title")}</h1>
      {filter.exercise && <ExerciseStamp />}
      <Chip>{period}</Chip>
      {points && (
        <ActionButton compact onClick={() => change({ points: null })}>
          {t("selected", { count: points.length })} ✕
        </ActionButton>
      )}
      <Fields filter={filter} view={view} change={change} />
    </header>
  );
}

type FieldsProps = Pick<SituationSearch, "filter" | "view"> & { change: ChangeAddress };

/** Apart from the period: hundreds of names are not written anew at each day that is played. */
const Fields = memo(function Fields({ filter, view, change }: FieldsProps) {
  const t = useTranslations("situation");
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.situation.choices.queryOptions({ exercise: filter.exercise }));
  const countries = countriesByName(locale, data?.countries ?? []);
  return (
    <div className={styles.fields}>
      <SearchSelectField
        aria-label={t("operation")}
        placeholder={t("operation")}
        clearable
        size="xs"
        value={filter.operation ?? null}
        onChange={(operation) =>
          change({ operation, from: null, to: null, day: null, point: null, points: null, at: null })
        }
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
        onChange={(country) => change({ country, point: null, points: null, at: null })}
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
        onChange={(value) => change({ view: value === "map" ? null : value })}
      />
    </div>
  );
});
