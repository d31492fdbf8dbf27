"use client";

import { useLocale, useTranslations } from "next-intl";
import { useCallback, useMemo, useState } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { OperationsMap } from "#components/map/map.tsx";
import type { MapPoint } from "#components/map/map-types.ts";
import { countryName } from "#lib/country.ts";
import type { LonLat, Place } from "#lib/geo.ts";
import { isIata, isUnlocode } from "../rules/codes.ts";
import { placeOf, type PointValues } from "./point-fields.ts";
import styles from "./points.module.css";
import { placeOfCode, useCodedPlaces, type Found } from "./use-coded-places.ts";

type Change = (patch: Partial<PointValues>) => void;
type Props = {
  values: PointValues;
  onChange: Change;
  errors: Partial<Record<string, string>>;
  /** A new point may begin with its code and brings country and name along. */
  begin?: boolean;
};

const rounded = (degrees: number) => String(Math.round(degrees * 10_000) / 10_000);

/** Where the point is: on the map by click, tap or keyboard, by its code, or typed; each can be corrected by the others. */
export function PointPlace({ values, onChange, errors, begin = false }: Props) {
  const t = useTranslations("points.form");
  const [how, setHow] = useState<"pin" | "iata" | "unlocode">("pin");
  // What the map brings into view: where it began, or what a code found; a pin that is moved does not move the map.
  const [extent, setExtent] = useState<readonly LonLat[]>(() => extentOf(values));
  const pick = useCallback(
    ({ lat, lon }: Place) =>
      onChange({ latitude: rounded(lat), longitude: rounded(lon), placeSource: "pin" }),
    [onChange],
  );
  // A point whose place was never known may stay without one.
  const owed = begin || values.latitude.trim() !== "" || values.longitude.trim() !== "";
  const typed = (name: "latitude" | "longitude") => ({
    label: t(name),
    value: values[name],
    error: errors[name],
    inputMode: "text" as const,
    maxLength: 14,
    dir: "ltr" as const,
    onChange: (event: { currentTarget: { value: string } }) =>
      onChange({ [name]: event.currentTarget.value, placeSource: "typed" }),
  });
  return (
    <div className={styles.form}>
      {begin && (
        <Segmented
          label={t("how")}
          value={how}
          onChange={setHow}
          choices={[
            { value: "pin", label: t("byPin") },
            { value: "iata", label: t("byIata") },
            { value: "unlocode", label: t("byUnlocode") },
          ]}
        />
      )}
      {begin && how !== "pin" && (
        <CodeSearch
          key={how}
          code={how}
          values={values}
          onChange={(patch) => {
            onChange(patch);
            if (patch.latitude !== undefined) setExtent(extentOf({ ...values, ...patch }));
          }}
        />
      )}
      <p className={styles.note}>{t("mapHelp")}</p>
      <PinMap values={values} onPick={pick} extent={extent} />
      <div className={styles.pair}>
        <TextField {...typed("latitude")} description={t("degrees")} required={owed} />
        <TextField {...typed("longitude")} description={t("degrees")} required={owed} />
      </div>
    </div>
  );
}

function extentOf(values: PointValues): LonLat[] {
  const place = placeOf(values);
  return place ? [[place.lon, place.lat]] : [];
}

type PinProps = { values: PointValues; onPick: (place: Place) => void; extent: readonly LonLat[] };

function PinMap({ values, onPick, extent }: PinProps) {
  const t = useTranslations("points.form");
  const { latitude, longitude, name } = values;
  const points = useMemo((): MapPoint[] => {
    const place = placeOf({ latitude, longitude } as PointValues);
    return place
      ? [{ id: "pin", ...place, label: name || t("pin"), description: t("pin"), tone: "accent" }]
      : [];
  }, [latitude, longitude, name, t]);
  return (
    <OperationsMap label={t("map")} points={points} onPick={onPick} extent={extent} height={340} wheel />
  );
}

type SearchProps = { code: "iata" | "unlocode"; values: PointValues; onChange: Change };

/** Looks a code up in our list of airports and ports; what is found is put on the map for the writer to look at. */
function CodeSearch({ code, values, onChange }: SearchProps) {
  const t = useTranslations("points.form");
  const coded = useCodedPlaces(true);
  const [found, setFound] = useState<Found | "wrong" | null>(null);
  const typed = values[code];
  const lookUp = () => {
    const right = code === "iata" ? isIata(typed) : isUnlocode(typed);
    if (!right) return setFound("wrong");
    if (!coded) return;
    const next = placeOfCode(coded, typed);
    setFound(next);
    if (next.how === "nothing") {
      if (code === "unlocode") onChange({ countryCode: typed.slice(0, 2) });
      return;
    }
    const { kind, name, country, lat, lon } = next.place;
    // Where another place was found before, its other code does not go along.
    const another = values.placeSource.endsWith("ports") && name !== values.name;
    onChange({
      ...(another && { [code === "iata" ? "unlocode" : "iata"]: "" }),
      countryCode: country,
      name,
      kind: next.how === "same_letters" ? values.kind : kind,
      latitude: String(lat),
      longitude: String(lon),
      placeSource: next.how === "port" ? "ports" : "airports",
    });
  };
  return (
    <div className={styles.form}>
      <div className={styles.search}>
        <TextField
          label={t(code)}
          description={t(`${code}Hint`)}
          value={typed}
          maxLength={code === "iata" ? 3 : 5}
          dir="ltr"
          autoCapitalize="characters"
          onChange={(event) => onChange({ [code]: event.currentTarget.value.toUpperCase().trim() })}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            lookUp();
          }}
        />
        <ActionButton onClick={lookUp}>{t("lookUp")}</ActionButton>
      </div>
      <SearchResult found={found} code={code} />
    </div>
  );
}

function SearchResult({ found, code }: { found: Found | "wrong" | null; code: "iata" | "unlocode" }) {
  const t = useTranslations("points.form");
  const locale = useLocale();
  if (found === null) return null;
  if (found === "wrong") return <Notice tone="late">{t("wrongForm", { hint: t(`${code}Hint`) })}</Notice>;
  if (found.how === "nothing") return <Notice tone="wait">{t("notFound")}</Notice>;
  const { name, country } = found.place;
  const words = { name: `\u2068${name}\u2069`, country: countryName(country, locale) };
  const key = ({ airport: "foundAirport", port: "foundPort", same_letters: "sameLetters" } as const)[
    found.how
  ];
  return <Notice tone={found.how === "airport" ? "valid" : "wait"}>{t(key, words)}</Notice>;
}
