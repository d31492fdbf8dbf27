"use client";

import { useLocale, useNow, useTranslations } from "next-intl";
import { useFormatter } from "#i18n/use-formatter.ts";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { countryName } from "#lib/country.ts";
import { addDays, isLocalDate } from "#lib/period.ts";
import { daysOffered, emptyPlace, todayAt, type PlaceValues, type ResultPlace } from "./result-draft.ts";
import styles from "./outcomes.module.css";

const WHOLE_COUNTRY = "country";

export type PlaceProps = {
  places: readonly ResultPlace[];
  place: ResultPlace;
  values: PlaceValues;
  errors: Partial<Record<string, unknown>>;
  set: (patch: Partial<PlaceValues>) => void;
  /** A correction stays in its operation and country. */
  fixed?: boolean;
};

/** Operation and country, border point or the country as a whole, and the local day. */
export function PlaceFields(props: PlaceProps) {
  const { places, place, set, fixed } = props;
  const t = useTranslations("outcomes.place");
  const locale = useLocale();
  const now = useNow();
  const keyOf = (one: ResultPlace) => `${one.operationId}|${one.countryCode}`;
  const several = new Set(places.map(({ countryCode }) => countryCode)).size > 1;
  return (
    <>
      {places.length > 1 && !fixed && (
        <SelectField
          label={t("operation")}
          value={keyOf(place)}
          data={places.map((one) => ({
            value: keyOf(one),
            label: several
              ? `${one.operation.codename} · ${countryName(one.countryCode, locale)}`
              : one.operation.codename,
          }))}
          onChange={(event) => {
            const chosen = places.find((one) => keyOf(one) === event.currentTarget.value);
            if (!chosen) return;
            const { id: _, ...where } = emptyPlace(chosen, now);
            set({ borderPointId: undefined, ...where } as Partial<PlaceValues>);
          }}
        />
      )}
      <PointField {...props} />
      <DayField {...props} />
    </>
  );
}

function PointField({ place, values, errors, set }: PlaceProps) {
  const t = useTranslations("outcomes.place");
  const locale = useLocale();
  // A choice made before the page was ready arrives empty: nothing was said yet.
  const chosen = values.borderPointId === "" ? undefined : values.borderPointId;
  return (
    <SelectField
      label={t("point")}
      value={chosen === undefined ? "" : (chosen ?? WHOLE_COUNTRY)}
      error={errors.borderPointId as string | undefined}
      data={[
        ...(chosen === undefined ? [{ value: "", label: t("choose"), disabled: true }] : []),
        ...place.points.map(({ id, name }) => ({ value: id, label: name })),
        {
          value: WHOLE_COUNTRY,
          label: t("wholeCountry", { country: countryName(place.countryCode, locale) }),
        },
      ]}
      onChange={(event) => {
        const value = event.currentTarget.value;
        if (value !== "") set({ borderPointId: value === WHOLE_COUNTRY ? null : value });
      }}
    />
  );
}

function DayField({ place, values, errors, set }: PlaceProps) {
  const t = useTranslations("outcomes.place");
  const format = useFormatter();
  const now = useNow();
  const today = todayAt(place, values.borderPointId, now);
  const zone =
    place.points.find(({ id }) => id === values.borderPointId)?.timeZone ?? place.points[0]?.timeZone;
  const words = (day: string) => format.dateTime(new Date(`${day}T00:00:00Z`), "weekday");
  const labelOf = (day: string) => {
    if (day === today) return t("today", { day: words(day) });
    return day === addDays(today, -1) ? t("yesterday", { day: words(day) }) : words(day);
  };
  return (
    <div className={styles.days}>
      <Segmented
        label={t("day")}
        description={zone ? t("localDay", { zone }) : undefined}
        grow
        choices={daysOffered(today, values.localDate).map((day) => ({ value: day, label: labelOf(day) }))}
        value={values.localDate}
        error={errors.localDate as string | undefined}
        onChange={(localDate) => set({ localDate })}
      />
      <details className={styles.other}>
        <summary>{t("otherDay")}</summary>
        <DateField
          label={t("otherDay")}
          value={values.localDate}
          max={today}
          onChange={(day) => isLocalDate(day) && set({ localDate: day })}
        />
      </details>
    </div>
  );
}
