"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { countriesByName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { OPERATION_VIEWS } from "../rules.ts";
import type { OperationView } from "../rules.ts";
import type { OperationChoice } from "../schema.ts";
import styles from "./operations-board.module.css";

const NAMES = ["text", "programme", "country", "state", "from", "to"];
const STATES = ["planned", "live", "follow_up", "closed", "cancelled"] as const;

/** Chooses the operations; the table, the timeline and the map show the same set. */
export function OperationsFilterBar({ choice, view }: { choice: OperationChoice; view: OperationView }) {
  const t = useTranslations("operations");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const trpc = useTRPC();
  const { set } = useUrlFilter();
  const { data } = useQuery(trpc.operations.choices.queryOptions({ exercise: choice.exercise }));
  const known = data?.mayOpen ? (["draft", ...STATES] as const) : STATES;
  const states = known.map((state) => ({ value: state, label: terms(`operationState.${state}`) }));
  const countries = countriesByName(locale, data?.countries ?? []);
  return (
    <FilterBar
      names={NAMES}
      end={
        <Segmented
          label={t("view.label")}
          quietLabel
          choices={OPERATION_VIEWS.map((value) => ({ value, label: t(`view.${value}`) }))}
          value={view}
          onChange={(value) => set({ view: value === "table" ? null : value })}
        />
      }
    >
      <TextFilter initial={choice.text ?? ""} />
      <SelectField
        label={t("filter.programme")}
        className={styles.choice}
        value={choice.programme ?? ""}
        onChange={(event) => set({ programme: event.currentTarget.value || null })}
        data={[
          { value: "", label: t("filter.all") },
          ...(data?.programmes ?? []).map(({ code }) => ({ value: code, label: code })),
        ]}
      />
      <SearchSelectField
        label={t("filter.country")}
        className={styles.choice}
        clearable
        value={choice.country ?? null}
        onChange={(value) => set({ country: value })}
        data={countries.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <SelectField
        label={t("filter.state")}
        className={styles.choice}
        value={choice.state ?? ""}
        onChange={(event) => set({ state: event.currentTarget.value || null })}
        data={[{ value: "", label: t("filter.all") }, ...states]}
      />
      <div className={styles.day}>
        <DateField label={t("filter.from")} value={choice.from ?? null} onChange={(from) => set({ from })} />
      </div>
      <div className={styles.day}>
        <DateField label={t("filter.to")} value={choice.to ?? null} onChange={(to) => set({ to })} />
      </div>
    </FilterBar>
  );
}

/** Typing waits for Enter or for leaving the field, so that the address does not change with each letter. */
function TextFilter({ initial }: { initial: string }) {
  const t = useTranslations("operations");
  const { set } = useUrlFilter();
  const [typed, setTyped] = useState({ text: initial, from: initial });
  const text = typed.from === initial ? typed.text : initial;
  const send = () => text !== initial && set({ text: text.trim() || null });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <TextField
        label={t("filter.text")}
        type="search"
        value={text}
        maxLength={200}
        onChange={(event) => setTyped({ text: event.currentTarget.value, from: initial })}
        onBlur={send}
      />
    </form>
  );
}
