import { useTranslations } from "next-intl";
import type { MapPicture } from "#components/map/map-types.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useHandlingMark } from "#i18n/use-handling-mark.ts";
import type { SituationSearch } from "../schema.ts";
import { isOfPeople, type Places } from "./prepare-places.ts";

/** What an image of the map says of itself: title, period, filters in words, as-of, mark, and EXERCISE where it is one. */
export function usePicture(
  places: Places,
  asked: SituationSearch,
  said: { period: string; country: string | null },
): MapPicture {
  const t = useTranslations("situation");
  const shell = useTranslations("shell");
  const format = useFormatter();
  const markOf = useHandlingMark();
  const { filter, points, day, layers } = asked;
  const operation = places.operations.find(({ slug }) => slug === filter.operation);
  const filters = [
    operation
      ? `${t("operation")}: ${operation.codename}`
      : t("picture.allOperations", { count: places.operations.length }),
    said.country === null ? null : `${t("country")}: ${said.country}`,
    points ? t("selected", { count: points.length }) : null,
    day === null ? null : t(asked.mode === "day" ? "play.alone" : "play.upTo"),
  ].filter((word) => word !== null);
  const span = [day !== null && asked.mode === "day" ? day : filter.from, day ?? filter.to]
    .filter(Boolean)
    .join("_");
  const marks = [...new Set(places.operations.map(({ handlingMark }) => handlingMark))];
  // Every mark of what is shown, the strictest first; one that is not of the scheme counts as stricter.
  const mark = marks
    .toSorted((one, other) => STRICT.indexOf(one) - STRICT.indexOf(other))
    .map(markOf)
    .join(" · ");
  return {
    title: t("title"),
    lines: [
      said.period,
      filters.join(" · "),
      t("picture.asOf", { at: format.dateTime(places.asOf, "momentZone") }),
      t("picture.preliminary"),
      ...(places.people === "months" && layers.some(isOfPeople) ? [t("figures.wholeMonths")] : []),
    ],
    mark: mark || null,
    stamp: filter.exercise ? shell("exerciseStamp") : null,
    fileName: ["muster", filter.exercise ? "exercise" : null, filter.operation ?? "situation", span || "all"]
      .filter((part) => part !== null)
      .join("-"),
  };
}

const STRICT = ["TLP:RED", "TLP:AMBER+STRICT", "TLP:AMBER", "TLP:GREEN", "TLP:CLEAR"];
