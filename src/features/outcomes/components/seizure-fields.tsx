"use client";

import { useTranslations } from "next-intl";
import { DecimalField } from "#components/form/decimal-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { isCurrency } from "#lib/measure.ts";
import type { FieldsProps } from "./arrest-fields.tsx";
import { COMMODITIES, unitsOf, type SeizureValues } from "./result-draft.ts";
import { useUnitName } from "./result-terms.ts";

/** What was seized, how much and in which unit; only like is ever added to like. */
export function SeizureFields({ values, errors, set }: FieldsProps<SeizureValues>) {
  const t = useTranslations("outcomes.seizure");
  const terms = useTranslations("terms");
  const unitName = useUnitName();
  const said = (name: string) => errors[name] as string | undefined;
  const units = [...new Set([...unitsOf(values.commodity), ...(values.unit ? [values.unit] : [])])];
  const known = COMMODITIES.find((commodity) => commodity === values.commodity);
  return (
    <>
      <SelectField
        label={t("commodity")}
        value={values.commodity ?? ""}
        error={said("commodity")}
        data={[
          { value: "", label: t("choose"), disabled: true },
          ...COMMODITIES.map((value) => ({ value, label: terms(`commodity.${value}`) })),
          ...(values.commodity && !known ? [{ value: values.commodity, label: values.commodity }] : []),
        ]}
        onChange={(event) => {
          const commodity = event.currentTarget.value;
          const [usual, ...others] = unitsOf(commodity);
          set({ commodity, unit: others.length === 0 ? (usual ?? null) : null });
        }}
      />
      <DecimalField
        label={t("quantity")}
        value={values.quantity}
        error={said("quantity")}
        onChange={(quantity) => set({ quantity })}
      />
      {values.commodity && (
        <Segmented
          label={t("unit")}
          choices={units.map((value) => ({ value, label: unitName(value) }))}
          value={values.unit}
          error={said("unit")}
          onChange={(unit) => set({ unit })}
        />
      )}
      {values.commodity === "cash" && (
        <TextField
          label={t("currency")}
          description={t("currencyHint")}
          maxLength={3}
          autoCapitalize="characters"
          value={values.unit && isCurrency(values.unit) ? values.unit : (values.unit ?? "")}
          onChange={(event) => set({ unit: event.currentTarget.value.toUpperCase() || null })}
        />
      )}
    </>
  );
}
