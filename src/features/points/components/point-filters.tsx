"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { useCan } from "#access/use-can.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { AccessState, BorderPointKind } from "#generated/prisma/enums.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { PointFilter } from "../schema.ts";

const NAMES = ["text", "country", "kind", "state", "retired"] as const;

/** Narrows table and map alike; every choice stands in the address. */
export function PointFilters({ filter }: { filter: PointFilter }) {
  const t = useTranslations("points.filter");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const can = useCan();
  const { set } = useUrlFilter();
  const trpc = useTRPC();
  const readable = can("point:read");
  const { data } = useQuery(
    trpc.points.choices.queryOptions({ exercise: filter.exercise }, { enabled: readable }),
  );
  if (!readable) return null;
  const any = { value: "", label: t("any") };
  const select = (name: "country" | "kind" | "state", data: { value: string; label: string }[]) => (
    <SelectField
      label={t(name)}
      data={[any, ...data]}
      value={filter[name] ?? ""}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const countries = (data?.countries ?? []).map((code) => ({
    value: code,
    label: countryName(code, locale),
  }));
  return (
    <FilterBar names={NAMES}>
      <TypedText label={t("text")} value={filter.text ?? ""} onSettled={(text) => set({ text })} />
      {countries.length > 1 &&
        select(
          "country",
          countries.toSorted((a, b) => a.label.localeCompare(b.label, locale)),
        )}
      {select(
        "kind",
        Object.values(BorderPointKind).map((value) => ({ value, label: terms(`borderPointKind.${value}`) })),
      )}
      {can("access:read") &&
        select("state", [
          ...Object.values(AccessState).map((value) => ({ value, label: terms(`accessState.${value}`) })),
          { value: "none", label: t("none") },
        ])}
      <SelectField
        label={t("retired")}
        data={[
          { value: "", label: t("inUse") },
          { value: "1", label: t("noLonger") },
        ]}
        value={filter.retired ? "1" : ""}
        onChange={(event) => set({ retired: event.currentTarget.value })}
      />
    </FilterBar>
  );
}

const PAUSE = 350;

/** Text goes into the address once the writer pauses. */
function TypedText(props: { label: string; value: string; onSettled: (text: string) => void }) {
  const { label, value, onSettled } = props;
  const [typed, setTyped] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    setShown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === value) return;
    const timer = setTimeout(() => onSettled(typed.trim()), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, value, onSettled]);
  return (
    <TextField
      label={label}
      type="search"
      value={typed}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
    />
  );
}
