"use client";

import { Checkbox } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { BorderPointKind } from "#generated/prisma/enums.ts";
import { countriesByName, countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { PointValues } from "./point-fields.ts";
import styles from "./points.module.css";
import type { Alike } from "./use-around.ts";

type Props = {
  values: PointValues;
  onChange: (patch: Partial<PointValues>) => void;
  errors: Partial<Record<string, string>>;
  /** Countries whose points the writer may make; left out where the country no longer changes. */
  countries?: readonly string[] | "all";
  zone: string | null;
  elsewhere: string | null;
};

/** Country, name, kind, codes, time zone and the other side. */
export function PointDetails({ values, onChange, errors, countries, zone, elsewhere }: Props) {
  const t = useTranslations("points.form");
  const terms = useTranslations("terms.borderPointKind");
  const locale = useLocale();
  return (
    <div className={styles.form}>
      <div className={styles.pair}>
        {countries && (
          <SearchSelectField
            label={t("country")}
            required
            data={(countries === "all" ? countriesByName(locale) : countriesByName(locale, countries)).map(
              ({ code, name }) => ({ value: code, label: name }),
            )}
            value={values.countryCode || null}
            error={errors.countryCode}
            onChange={(code) => onChange({ countryCode: code ?? "" })}
          />
        )}
        <SelectField
          label={t("kind")}
          data={Object.values(BorderPointKind).map((value) => ({ value, label: terms(value) }))}
          value={values.kind}
          onChange={(event) => onChange({ kind: event.currentTarget.value as BorderPointKind })}
        />
      </div>
      {elsewhere && (
        <Notice tone="wait">
          {t("otherCountry", {
            found: countryName(elsewhere, locale),
            country: countryName(values.countryCode, locale),
          })}
        </Notice>
      )}
      <TextField
        label={t("name")}
        description={t("nameHint")}
        required
        maxLength={120}
        value={values.name}
        error={errors.name}
        onChange={(event) => onChange({ name: event.currentTarget.value })}
      />
      <Codes values={values} onChange={onChange} errors={errors} zone={zone} />
      <Facing values={values} onChange={onChange} />
    </div>
  );
}

/** The codes, and the zone that follows from the place until somebody types another. */
function Codes({ values, onChange, errors, zone }: Pick<Props, "values" | "onChange" | "errors" | "zone">) {
  const t = useTranslations("points.form");
  const upper = (name: "iata" | "unlocode", maxLength: number) => (
    <TextField
      label={t(name)}
      description={t(`${name}Hint`)}
      maxLength={maxLength}
      dir="ltr"
      value={values[name]}
      error={errors[name]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value.toUpperCase().trim() })}
    />
  );
  return (
    <>
      <div className={styles.pair}>
        {upper("iata", 3)}
        {upper("unlocode", 5)}
      </div>
      <TextField
        label={t("zone")}
        dir="ltr"
        required
        maxLength={60}
        description={zone ? t("zoneDerived", { zone }) : undefined}
        value={values.timeZone}
        error={errors.timeZone}
        onChange={(event) => onChange({ timeZone: event.currentTarget.value })}
      />
      {zone && zone !== values.timeZone && (
        <div>
          <ActionButton onClick={() => onChange({ timeZone: zone })}>{t("useZone", { zone })}</ActionButton>
        </div>
      )}
    </>
  );
}

function Facing({ values, onChange }: Pick<Props, "values" | "onChange">) {
  const t = useTranslations("points.form");
  const locale = useLocale();
  const trpc = useTRPC();
  const { data } = useQuery({
    ...trpc.points.facing.queryOptions({ countryCode: values.facingCountry }),
    enabled: values.facingCountry !== "",
  });
  const nobody = { value: "", label: t("nobody") };
  return (
    <div className={styles.pair}>
      <SearchSelectField
        label={t("facingCountry")}
        clearable
        data={countriesByName(locale)
          .filter(({ code }) => code !== values.countryCode)
          .map(({ code, name }) => ({ value: code, label: name }))}
        value={values.facingCountry || null}
        onChange={(code) => onChange({ facingCountry: code ?? "", facingPointId: "" })}
      />
      {values.facingCountry !== "" && (
        <SelectField
          label={t("facingPoint")}
          description={t("facingHint")}
          data={[nobody, ...(data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
          value={values.facingPointId}
          onChange={(event) => onChange({ facingPointId: event.currentTarget.value })}
        />
      )}
    </div>
  );
}

type AlikeProps = { alike: Alike; another: boolean; onAnother: (another: boolean) => void };

/** Points that may be the same one: the writer looks, and says that theirs is another. */
export function AlikePoints({ alike, another, onAnother }: AlikeProps) {
  const t = useTranslations("points.form");
  if (alike.length === 0) return null;
  const words = { near: "near", iata: "sameIata", unlocode: "sameUnlocode" } as const;
  return (
    <Notice tone="wait" title={t("alike")}>
      <ul className={styles.list}>
        {alike.map(({ id, code, name, km, why }) => (
          <li key={id}>
            <WorldLink href={`/points/${id}`} target="_blank">
              {t(words[why], { name: `\u2068${name}\u2069`, code, km: km ?? 0 })}
            </WorldLink>
          </li>
        ))}
      </ul>
      <Checkbox
        mt="xs"
        label={t("another")}
        checked={another}
        onChange={(event) => onAnother(event.currentTarget.checked)}
      />
    </Notice>
  );
}
