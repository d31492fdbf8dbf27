"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { ExportMenu } from "#components/table/export-menu.tsx";
import { FilterBar } from "#components/table/filter-bar.tsx";
import { MatchState } from "#generated/prisma/enums.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC, useTRPCClient } from "#trpc/client.tsx";
import { QUEUES, type Queue } from "../rules/awaited.ts";
import { MATCH_DATABASES } from "../rules/databases.ts";
import type { MatchFilter } from "../schema.ts";

const NAMES = ["queue", "operation", "country", "database", "state", "from", "to"] as const;

/** Narrows the queue; every choice stands in the address. Nothing to narrow where the role reads none. */
export function MatchFilters({ filter }: { filter: MatchFilter }) {
  const client = useTRPCClient();
  const { page: _page, size: _size, ...whole } = filter;
  const t = useTranslations("matches");
  const terms = useTranslations("terms");
  const locale = useLocale();
  const { set } = useUrlFilter();
  const trpc = useTRPC();
  const readable = useCan()("match:read");
  const { data } = useQuery(
    trpc.matches.facets.queryOptions({ exercise: filter.exercise }, { enabled: readable }),
  );
  if (!readable) return null;
  const any = { value: "", label: t("filter.any") };
  const select = (name: (typeof NAMES)[number], data: { value: string; label: string }[]) => (
    <SelectField
      label={t(name === "queue" ? "queue.label" : `filter.${name}`)}
      data={data}
      value={filter[name] ?? ""}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  const queues = Object.keys(QUEUES) as Queue[];
  const countries = data?.countries ?? [];
  return (
    <FilterBar
      names={NAMES}
      end={<ExportMenu onExport={(format) => client.matches.export.query({ ...whole, format, locale })} />}
    >
      {select(
        "queue",
        queues.map((value) => ({ value, label: t(`queue.${value}`) })),
      )}
      {select("operation", [
        any,
        ...(data?.operations ?? []).map(({ slug, codename }) => ({ value: slug, label: codename })),
      ])}
      {countries.length > 1 &&
        select("country", [
          any,
          ...countries.map((code) => ({ value: code, label: countryName(code, locale) })),
        ])}
      {select("database", [
        any,
        ...MATCH_DATABASES.map((value) => ({ value, label: terms(`database.${value}`) })),
      ])}
      {select("state", [
        any,
        ...Object.values(MatchState).map((value) => ({ value, label: terms(`matchState.${value}`) })),
      ])}
      <DateField label={t("filter.from")} value={filter.from ?? ""} onChange={(from) => set({ from })} />
      <DateField label={t("filter.to")} value={filter.to ?? ""} onChange={(to) => set({ to })} />
    </FilterBar>
  );
}
