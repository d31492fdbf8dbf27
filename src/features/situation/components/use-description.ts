import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { listed } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import type { Layer } from "../rules.ts";
import { useAccessWords } from "./use-access-words.ts";
import { usePlaceWords } from "./measure-words.ts";
import type { AccessNow } from "./prepare-access.ts";
import type { Place } from "./prepare-places.ts";

/** What is heard of a point: name, country and its figures in words; and its access while that layer is on. */
export function useDescription(layers: readonly Layer[], held: Map<string, AccessNow[]> | null) {
  const t = useTranslations("situation.point");
  const accessOf = useAccessWords();
  const locale = useLocale();
  const format = useFormatter();
  const words = usePlaceWords();
  const access = layers.includes("access") ? held : null;
  return useMemo(
    () => (place: Place) => {
      const figures = place.totals.map(({ measure, unit, validated, preliminary }) => {
        const shown =
          validated.form === "count"
            ? format.number(validated.value, "count")
            : validated.form === "under"
              ? "<5"
              : "—";
        const more = preliminary ? ` (+${format.number(preliminary, "count")} ${t("preliminary")})` : "";
        return `${words(measure, unit)} ${shown}${more}`;
      });
      return listed(locale, [
        place.name,
        countryName(place.countryCode, locale),
        ...(figures.length > 0 ? figures : [t(place.reporting === "counted" ? "zero" : "none")]),
        ...accessOf(access?.get(place.id)),
      ]);
    },
    [t, accessOf, locale, format, words, access],
  );
}
