"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useTRPC } from "#trpc/client.tsx";

type Props = { value: string | null; onChange: (matchId: string | null) => void; error?: string | undefined };

/** The match an arrest came from, found by its reference; the latest are offered before anything is typed. */
export function MatchPicker({ value, onChange, error }: Props) {
  const t = useTranslations("outcomes.arrest");
  const terms = useTranslations("terms");
  const format = useFormatter();
  const trpc = useTRPC();
  const exercise = useExercise();
  const [typed, setTyped] = useState("");
  const { data } = useQuery({
    // What the field shows once something is chosen is its label, which is no search.
    ...trpc.outcomes.matchesToCite.queryOptions({
      text: /^[\p{L}\d-]{0,12}$/u.test(typed) ? typed : "",
      matchId: value,
      exercise,
    }),
    placeholderData: keepPreviousData,
  });
  /** A reference typed in full is that match, also where nobody taps the list. */
  const takeTyped = () => {
    const meant = data?.find(({ reference }) => reference === typed.trim().toUpperCase());
    if (meant) onChange(meant.id);
  };
  const choices = (data ?? []).map((match) => ({
    value: match.id,
    label: [
      match.reference,
      terms(`database.${match.database}`),
      // In Arabic a Latin name keeps its place in the line.
      `\u2068${match.point}\u2069`,
      format.dateTime(new Date(`${match.localDate}T00:00:00Z`), "dayMonth"),
    ].join(" · "),
  }));
  return (
    <SearchSelectField
      label={t("match")}
      description={t("matchHint")}
      placeholder={t("noMatch")}
      data={choices}
      filter={({ options }) => options}
      clearable
      value={value}
      error={error}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      onBlur={takeTyped}
    />
  );
}
