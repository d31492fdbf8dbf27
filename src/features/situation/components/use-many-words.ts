import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo } from "react";
import { listed } from "#i18n/side-by-side.ts";
import { usePlaceWords } from "./measure-words.ts";
import { countOnMap, type Place } from "./prepare-places.ts";
import { useCountWords } from "./situation-figures.tsx";

const NAMED = 4;

/** What is heard of several border points in one place: how many, their names, and what they count together. */
export function useManyWords(points: readonly Place[], unit: string | null) {
  const t = useTranslations("situation");
  const locale = useLocale();
  const words = usePlaceWords();
  const said = useCountWords();
  const byId = useMemo(() => new Map(points.map((place) => [place.id, place])), [points]);
  return useCallback(
    (ids: readonly string[]) => {
      const held = ids.map((id) => byId.get(id)).filter((place) => place !== undefined);
      const names = held.slice(0, NAMED).map(({ name }) => name);
      const checks = countOnMap(held, "checks", unit);
      const matches = countOnMap(held, "matches", null);
      return [
        t("cluster", { count: held.length }),
        listed(locale, [...names, ...(held.length > NAMED ? ["…"] : [])]),
        ...(checks.points > 0 && unit !== null ? [`${words("checks", unit)} ${said(checks)}`] : []),
        ...(matches.points > 0 ? [`${words("matches", "cases")} ${said(matches)}`] : []),
      ].join(". ");
    },
    [byId, unit, t, locale, words, said],
  );
}
