"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { ENTITIES, VERBS } from "../rules.ts";
import { EVENT_FILTERS } from "../rules.ts";
import type { EventFilter } from "../schema.ts";
import styles from "./audit.module.css";
import { useEventWords } from "./event-words.ts";

type Choose = (patch: Partial<Record<(typeof EVENT_FILTERS)[number], string | null>>) => void;

/** Which events are shown; every choice goes back to the newest. */
export function EventFilterBar({ filter }: { filter: EventFilter }) {
  const t = useTranslations("audit.filter");
  const words = useEventWords();
  const { data } = useQuery(useTRPC().audit.choices.queryOptions());
  const { set } = useUrlFilter();
  const choose: Choose = (patch) => set({ ...patch, before: null });
  const byLabel = (a: { label: string }, b: { label: string }) => a.label.localeCompare(b.label);
  const options = (values: readonly string[], say: (value: string) => string) =>
    values.map((value) => ({ value, label: say(value) })).toSorted(byLabel);
  return (
    <FilterBar names={EVENT_FILTERS}>
      <SelectField
        label={t("chain")}
        className={styles.choice}
        value={filter.chain ?? ""}
        onChange={(event) => choose({ chain: event.currentTarget.value || null })}
        data={[{ value: "", label: t("any") }, ...options(data?.chains ?? [], words.chain)]}
      />
      <SelectField
        label={t("entity")}
        className={styles.choice}
        value={filter.entity ?? ""}
        onChange={(event) => choose({ entity: event.currentTarget.value || null })}
        data={[{ value: "", label: t("any") }, ...options(ENTITIES, words.entity)]}
      />
      <SearchSelectField
        label={t("verb")}
        className={styles.choice}
        clearable
        value={filter.verb ?? null}
        onChange={(verb) => choose({ verb })}
        data={VERBS.map((value) => ({ value, label: `${words.verb(value)} (${value})` })).toSorted(byLabel)}
      />
      <SearchSelectField
        label={t("operation")}
        className={styles.choice}
        clearable
        value={filter.operation ?? null}
        onChange={(operation) => choose({ operation })}
        data={(data?.operations ?? []).map(({ id, codename, year }) => ({
          value: id,
          label: year === null ? codename : `${codename} · ${year}`,
        }))}
      />
      <SearchSelectField
        label={t("actor")}
        className={styles.choice}
        clearable
        value={filter.actor ?? null}
        onChange={(actor) => choose({ actor })}
        data={(data?.people ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Period filter={filter} choose={choose} />
    </FilterBar>
  );
}

function Period({ filter, choose }: { filter: EventFilter; choose: Choose }) {
  const t = useTranslations("audit.filter");
  return (
    <>
      <DateField
        label={t("from")}
        value={filter.from ?? null}
        onChange={(from) => choose({ from: from || null })}
      />
      <DateField label={t("to")} value={filter.to ?? null} onChange={(to) => choose({ to: to || null })} />
    </>
  );
}
