"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { usePlaceWords } from "./measure-words.ts";
import {
  COUNTED,
  COUNTED_LAYERS,
  countOnMap,
  isOfPeople,
  isZero,
  type CountOnMap,
  type Places,
} from "./prepare-places.ts";
import styles from "./situation-figures.module.css";

type Props = { places: Places; unit: string | null };

/** A count in words and figures: "332,860 + 48,606 preliminary"; a part where small counts are hidden from this reader. */
export function useCountWords() {
  const t = useTranslations("situation.point");
  const format = useFormatter();
  return useCallback(
    ({ validated, preliminary, hidden }: CountOnMap): string => {
      const number = (n: number) => format.number(n, "count");
      if (hidden > 0) return `\u2066≥ ${number(validated)}\u2069`;
      // Isolated left to right: the plus belongs before the second number in every language.
      return preliminary > 0
        ? `\u2066${number(validated)} + ${number(preliminary)}\u2069 ${t("preliminary")}`
        : number(validated);
    },
    [format, t],
  );
}

/** What the choice counts in all, in one line: the map, the days, the table and these figures are one choice. */
export function SituationFigures({ places, unit }: Props) {
  const t = useTranslations("situation.figures");
  const terms = useTranslations("terms.measure");
  const words = usePlaceWords();
  const said = useCountWords();
  const shown = COUNTED_LAYERS.filter((layer) => places.people !== "none" || !isOfPeople(layer));
  const counting = [...places.points, ...places.countries];
  return (
    <div>
      <dl className={styles.figures} aria-label={t("label")}>
        {shown.map((layer) => {
          const measure = COUNTED[layer];
          const count = countOnMap(counting, measure, layer === "checks" ? unit : null);
          return (
            <div
              key={layer}
              data-figure={measure}
              data-validated={count.hidden > 0 ? undefined : count.validated}
              data-preliminary={count.preliminary}
            >
              <dt>
                <i className={styles.swatch} data-layer={layer} aria-hidden="true" />
                {layer === "checks" && unit !== null ? words("checks", unit) : terms(measure)}
              </dt>
              <dd>{count.points > 0 ? said(count) : isZero(places, layer) ? "0" : "—"}</dd>
            </div>
          );
        })}
      </dl>
      {places.people === "months" && <p className={styles.wholeMonths}>{t("wholeMonths")}</p>}
    </div>
  );
}
