"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { FigureValue } from "#components/figure.tsx";
import { Icon } from "#components/layout/icons.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { usePlaceWords } from "./measure-words.ts";
import type { AccessNow } from "./prepare-access.ts";
import type { Place, Places } from "./prepare-places.ts";
import styles from "./situation.module.css";

type Props = {
  place: Place;
  places: Places;
  access: readonly AccessNow[] | undefined;
  period: string;
  /** Selects this point alone. */
  onOnly: (() => void) | undefined;
  onClose: () => void;
};

/** One border point: its checks of the period, of which preliminary, its matches, and the operations that work there. */
export function PointCard({ place, places, access, period, onOnly, onClose }: Props) {
  const t = useTranslations("situation.point");
  const terms = useTranslations("terms");
  const shell = useTranslations("shell");
  const locale = useLocale();
  const format = useFormatter();
  const named = places.operations.filter(({ slug }) => place.operations.includes(slug));
  return (
    <section className={styles.card} data-map-control aria-label={place.name}>
      <button type="button" className={styles.close} aria-label={shell("close")} onClick={onClose}>
        <Icon name="close" size={16} />
      </button>
      <h2>
        {place.name} <span>{place.iata ?? place.code}</span>
      </h2>
      <p>
        {countryName(place.countryCode, locale)} · {terms(`borderPointKind.${place.kind}`)} · {place.timeZone}
      </p>
      <PointRows place={place} period={period} wide={places.matchesOfAll} />
      {access && (
        <p>
          {access
            .map(({ system, state, on }) =>
              t("access", {
                system: terms(`accessSystem.${system}`),
                state: terms(`accessState.${state}`),
                day: format.dateTime(new Date(on), "day"),
              }),
            )
            .join(" · ")}
        </p>
      )}
      <ul className={styles.links}>
        {named.map(({ slug, codename, year }) => (
          <li key={slug}>
            <WorldLink href={`/operations/${slug}`}>
              {year === null ? codename : `${codename} (${year})`}
            </WorldLink>
          </li>
        ))}
      </ul>
      {place.totals.length === 0 && <p>{t(place.reporting === "counted" ? "zero" : "noFigures")}</p>}
      {onOnly && (
        <ActionButton compact onClick={onOnly}>
          {t("only")}
        </ActionButton>
      )}
    </section>
  );
}

function PointRows({ place, period, wide }: { place: Place; period: string; wide: boolean }) {
  const t = useTranslations("situation.point");
  const format = useFormatter();
  const words = usePlaceWords();
  if (place.totals.length === 0) return null;
  return (
    <table className={styles.rows}>
      <caption className="only-spoken">{place.name}</caption>
      <tbody>
        {place.totals.flatMap(({ measure, unit, validated, preliminary }) => [
          <tr key={`${measure}|${unit}`}>
            <th scope="row">
              {words(measure, unit)}
              <small>{measure !== "checks" && wide ? t("wholeOperation") : period}</small>
            </th>
            <td>
              {validated.form === "withheld" && t("withheld")}
              {validated.form !== "withheld" && !(validated.form === "missing" && preliminary) && (
                <FigureValue
                  value={validated.form === "count" ? validated.value : null}
                  suppressed={validated.form === "under"}
                />
              )}
            </td>
          </tr>,
          ...(preliminary === null || preliminary === 0
            ? []
            : [
                <tr key={`${measure}|${unit}|preliminary`} data-preliminary>
                  <th scope="row">
                    <i className={`${styles.swatch} hatch`} aria-hidden="true" /> {t("preliminary")}
                  </th>
                  <td>{format.number(preliminary, "count")}</td>
                </tr>,
              ]),
        ])}
      </tbody>
    </table>
  );
}
