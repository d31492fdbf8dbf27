"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { DecimalField } from "#components/form/decimal-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { MultiSelectField, SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Certainty, Database, FigureStatus } from "#generated/prisma/enums.ts";
import { isCounted, MEASURES } from "#lib/measure.ts";
import { QUALIFIERS } from "#lib/qualifier.ts";
import { asksFor, OFFERED_UNITS, usualUnit } from "../rules.ts";
import { sourceName } from "./figure-source.tsx";
import { useFigureWords } from "./figure-words.ts";
import type { Published } from "./figure-words.ts";
import styles from "./figures.module.css";
import { bindText, type FigureForm } from "./use-figure-form.ts";

type Props = { form: FigureForm; published: Published };

/** Where it was read, what was counted and in which unit. */
export function WhatFields({ form, published }: Props) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms");
  const { values, errors, setFieldValue } = form;
  return (
    <>
      <SelectField
        label={t("field.sourceId")}
        value={values.sourceId ?? ""}
        error={errors.sourceId}
        onChange={(event) => setFieldValue("sourceId", event.currentTarget.value || null)}
        data={[
          { value: "", label: t("oneOf", { count: published.sources.length }) },
          ...published.sources.map((source) => ({ value: source.id, label: sourceName(source) })),
        ]}
      />
      <SelectField
        label={t("field.measure")}
        value={values.measure}
        onChange={(event) => {
          const measure = MEASURES.find((one) => one === event.currentTarget.value);
          if (!measure) return;
          // The unit follows the measure as long as nobody chose another.
          if (values.unit === usualUnit(values.measure)) setFieldValue("unit", usualUnit(measure));
          setFieldValue("measure", measure);
        }}
        data={MEASURES.map((value) => ({ value, label: terms(`measure.${value}`) }))}
      />
      <UnitField form={form} />
      <TextField
        required
        label={t("field.label")}
        description={t("hint.label")}
        maxLength={200}
        {...bindText(form, "label")}
      />
      {(asksFor(values.measure).databases || values.databases.length > 0) && (
        <MultiSelectField
          label={t("field.databases")}
          value={values.databases}
          onChange={(chosen) => setFieldValue("databases", chosen as Database[])}
          data={Object.values(Database).map((value) => ({ value, label: terms(`database.${value}`) }))}
        />
      )}
    </>
  );
}

function UnitField({ form }: { form: FigureForm }) {
  const t = useTranslations("figures.field");
  const words = useFigureWords();
  const names = new Intl.DisplayNames([useLocale()], { type: "currency" });
  const currencies = Intl.supportedValuesOf("currency").map((code) => ({
    value: code,
    label: `${code} · ${names.of(code)}`,
  }));
  return (
    <SearchSelectField
      required
      label={t("unit")}
      value={form.values.unit}
      error={form.errors.unit}
      onChange={(unit) => unit !== null && form.setFieldValue("unit", unit)}
      data={[...OFFERED_UNITS.map((value) => ({ value, label: words.unit(value) })), ...currencies]}
    />
  );
}

const FORMS = ["number", "range", "words"] as const;
type Form = (typeof FORMS)[number];

/** The number as it was printed: one, a range, or words alone. */
export function NumberFields({ form }: { form: FigureForm }) {
  const t = useTranslations("figures");
  const terms = useTranslations("terms");
  const { values, setFieldValue } = form;
  const [shown, setShown] = useState(() => formOf(values));
  const choose = (next: Form) => {
    setShown(next);
    if (next !== "number") setFieldValue("value", null);
    if (next !== "range") {
      setFieldValue("low", null);
      setFieldValue("high", null);
    }
    setFieldValue("qualifier", next === "words" ? "unquantified" : "exact");
  };
  return (
    <>
      <Segmented
        label={t("form.as")}
        choices={FORMS.map((value) => ({ value, label: t(`form.${value}`) }))}
        value={shown}
        onChange={choose}
      />
      <AmountFields form={form} shown={shown} />
      {shown !== "words" && (
        <SelectField
          label={t("field.qualifier")}
          value={values.qualifier}
          onChange={(event) => {
            const qualifier = QUALIFIERS.find((one) => one === event.currentTarget.value);
            if (qualifier) setFieldValue("qualifier", qualifier);
          }}
          data={QUALIFIERS.filter((one) => one !== "unquantified").map((value) => ({
            value,
            label: terms(`qualifierName.${value}`),
          }))}
        />
      )}
      <TextAreaField
        required={shown === "words"}
        label={t("field.wording")}
        description={t(shown === "words" ? "hint.wordingNeeded" : "hint.wording")}
        rows={2}
        maxLength={500}
        {...bindText(form, "wording")}
      />
    </>
  );
}

function AmountFields({ form, shown }: { form: FigureForm; shown: Form }) {
  const t = useTranslations("figures");
  const { values, errors, setFieldValue } = form;
  // What was typed under another kind of unit is shown anew as it was read.
  const counted = isCounted(values.unit);
  return (
    <>
      {shown === "number" && (
        <DecimalField
          key={`value ${counted}`}
          required
          label={t("field.value")}
          counted={counted}
          value={values.value}
          error={errors.value}
          onChange={(value) => setFieldValue("value", value)}
        />
      )}
      {shown === "range" && (
        <div className={styles.pair}>
          <DecimalField
            key={`low ${counted}`}
            required
            label={t("field.low")}
            counted={counted}
            value={values.low}
            error={errors.low}
            onChange={(low) => setFieldValue("low", low)}
          />
          <DecimalField
            key={`high ${counted}`}
            required
            label={t("field.high")}
            counted={counted}
            value={values.high}
            error={errors.high}
            onChange={(high) => setFieldValue("high", high)}
          />
        </div>
      )}
    </>
  );
}

const formOf = ({ value, low, high, qualifier }: FigureForm["values"]): Form => {
  if (low !== null || high !== null) return "range";
  return qualifier === "unquantified" && value === null ? "words" : "number";
};

/** How sure it is, how final, and as of which day. */
export function StandingFields({ form }: { form: FigureForm }) {
  const t = useTranslations("figures.field");
  const terms = useTranslations("terms");
  const { values, errors, setFieldValue } = form;
  return (
    <>
      <Segmented
        label={t("certainty")}
        choices={Object.values(Certainty).map((value) => ({ value, label: terms(`certainty.${value}`) }))}
        value={values.certainty}
        onChange={(certainty) => setFieldValue("certainty", certainty)}
      />
      <Segmented
        label={t("status")}
        choices={Object.values(FigureStatus).map((value) => ({
          value,
          label: terms(`figureStatus.${value}`),
        }))}
        value={values.status}
        onChange={(status) => setFieldValue("status", status)}
      />
      <DateField
        label={t("asOf")}
        value={values.asOf}
        error={errors.asOf}
        onChange={(day) => setFieldValue("asOf", day || null)}
      />
    </>
  );
}
