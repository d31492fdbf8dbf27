"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { Topic, TrainingState } from "#generated/prisma/enums.ts";
import { countriesByName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { ATTENDANCE_REVIEWS, TRAINING_VIEWS, type TrainingView } from "../rules.ts";
import type { TrainingChoice } from "../schema.ts";
import styles from "./training.module.css";

const NAMES = ["operation", "country", "state", "topic", "review", "from", "to"] as const;
type Name = Exclude<(typeof NAMES)[number], "from" | "to">;

/** Chooses the sessions; the list and the calendar show the same set. */
export function TrainingFilterBar({ choice, view }: { choice: TrainingChoice; view: TrainingView }) {
  const t = useTranslations("training");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { data } = useQuery(trpc.training.choices.queryOptions({ exercise: choice.exercise }));
  const countries = countriesByName(locale, data?.countries ?? []);
  const select = (name: Name, data: { value: string; label: string }[]) => (
    <SelectField
      label={t(`filter.${name}`)}
      className={styles.choice}
      data={[{ value: "", label: t("filter.any") }, ...data]}
      value={choice[name] ?? ""}
      onChange={(event) => set({ [name]: event.currentTarget.value || null })}
    />
  );
  return (
    <FilterBar
      names={NAMES}
      end={
        <Segmented
          label={t("view.label")}
          quietLabel
          choices={TRAINING_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={view}
          onChange={(value) => set({ view: value === "list" ? null : value })}
        />
      }
    >
      {select(
        "operation",
        (data?.operations ?? []).map(({ id, codename }) => ({ value: id, label: codename })),
      )}
      {select(
        "country",
        countries.map(({ code, name }) => ({ value: code, label: name })),
      )}
      {select(
        "state",
        Object.values(TrainingState).map((value) => ({ value, label: terms(`trainingState.${value}`) })),
      )}
      {select(
        "topic",
        Object.values(Topic).map((value) => ({ value, label: terms(`topic.${value}`) })),
      )}
      {select(
        "review",
        ATTENDANCE_REVIEWS.map((value) => ({ value, label: t(`filter.reviews.${value}`) })),
      )}
      <div className={styles.day}>
        <DateField label={t("filter.from")} value={choice.from ?? null} onChange={(from) => set({ from })} />
      </div>
      <div className={styles.day}>
        <DateField label={t("filter.to")} value={choice.to ?? null} onChange={(to) => set({ to })} />
      </div>
    </FilterBar>
  );
}
