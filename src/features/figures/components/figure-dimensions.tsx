"use client";

import { Checkbox } from "@mantine/core";
import { useLocale, useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import { SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { AgeGroup, NoticeColour, Offence, Sex } from "#generated/prisma/enums.ts";
import { countriesByName } from "#lib/country.ts";
import { asksFor } from "../rules.ts";
import { useFigureFieldWords } from "./figure-field-words.ts";
import type { FigureChoices } from "./figure-field-words.ts";
import { useFigureWords } from "./figure-words.ts";
import type { Published, PublishedFigure } from "./figure-words.ts";
import styles from "./figures.module.css";
import { bindText, type FigureForm } from "./use-figure-form.ts";

type Props = { form: FigureForm; choices: FigureChoices; published: Published };

/** Of what the figure is only a part: a country, a phase, and what its measure knows. */
export function DimensionFields({ form, choices, published }: Props) {
  const t = useTranslations("figures.field");
  const locale = useLocale();
  const words = useFigureFieldWords(published, choices.phases);
  const { values, errors, setFieldValue } = form;
  return (
    <>
      <SearchSelectField
        label={t("countryCode")}
        clearable
        value={values.countryCode}
        error={errors.countryCode}
        onChange={(code) => setFieldValue("countryCode", code)}
        data={countryChoices(locale, choices.countries)}
      />
      {choices.phases.length > 0 && (
        <SelectField
          label={t("phaseId")}
          value={values.phaseId ?? ""}
          onChange={(event) => setFieldValue("phaseId", event.currentTarget.value || null)}
          data={[
            { value: "", label: "—" },
            ...choices.phases.map(({ id }) => ({ value: id, label: words.phaseName(id) })),
          ]}
        />
      )}
      <MeasureFields form={form} commodities={choices.commodities} />
    </>
  );
}

/** What only some measures know; what a figure has already is always shown. */
function MeasureFields({ form, commodities }: { form: FigureForm; commodities: readonly string[] }) {
  const t = useTranslations("figures.field");
  const terms = useTranslations("terms");
  const { values } = form;
  const asks = asksFor(values.measure);
  return (
    <>
      {(asks.offence || values.offence) && (
        <Choice
          form={form}
          name="offence"
          values={Object.values(Offence)}
          say={(one) => terms(`offence.${one}`)}
        />
      )}
      {(asks.noticeColour || values.noticeColour) && (
        <Choice
          form={form}
          name="noticeColour"
          values={Object.values(NoticeColour)}
          say={(one) => terms(`noticeColour.${one}`)}
        />
      )}
      {(asks.commodity || values.commodity) && (
        <TextField
          label={t("commodity")}
          maxLength={80}
          list="commodities"
          {...bindText(form, "commodity")}
        />
      )}
      <datalist id="commodities">
        {commodities.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </datalist>
      {(asks.people || values.ageGroup) && (
        <Choice
          form={form}
          name="ageGroup"
          values={Object.values(AgeGroup)}
          say={(one) => terms(`ageGroup.${one}`)}
        />
      )}
      {(asks.people || values.sex) && (
        <Choice form={form} name="sex" values={Object.values(Sex)} say={(one) => terms(`sex.${one}`)} />
      )}
    </>
  );
}

function countryChoices(locale: string, first: readonly string[]) {
  const option = ({ code, name }: { code: string; name: string }) => ({ value: code, label: name });
  const taking = countriesByName(locale as Parameters<typeof countriesByName>[0], first).map(option);
  const others = countriesByName(locale as Parameters<typeof countriesByName>[0])
    .filter(({ code }) => !first.includes(code))
    .map(option);
  return [...taking, ...others];
}

type ChoiceProps<Value extends string> = {
  form: FigureForm;
  name: "offence" | "noticeColour" | "ageGroup" | "sex";
  values: readonly Value[];
  say: (value: Value) => string;
};

function Choice<Value extends string>({ form, name, values, say }: ChoiceProps<Value>) {
  const t = useTranslations("figures.field");
  return (
    <SelectField
      label={t(name)}
      value={form.values[name] ?? ""}
      onChange={(event) => form.setFieldValue(name, (event.currentTarget.value || null) as never)}
      data={[{ value: "", label: "—" }, ...values.map((value) => ({ value, label: say(value) }))]}
    />
  );
}

/** From when to when it was counted, of which figure it is a part, and what else was said. */
export function MoreFields({
  form,
  published,
  own,
}: Omit<Props, "choices"> & { own: PublishedFigure | undefined }) {
  const t = useTranslations("figures");
  const words = useFigureWords();
  const { values, errors, setFieldValue } = form;
  const wholes = published.figures.filter(({ id, partOfId }) => partOfId === null && id !== own?.id);
  return (
    <>
      <div className={styles.pair}>
        <DateField
          label={t("field.periodFrom")}
          value={values.periodFrom}
          error={errors.periodFrom}
          onChange={(day) => setFieldValue("periodFrom", day || null)}
        />
        <DateField
          label={t("field.periodTo")}
          value={values.periodTo}
          error={errors.periodTo}
          onChange={(day) => setFieldValue("periodTo", day || null)}
        />
      </div>
      <TextField label={t("field.periodWording")} maxLength={200} {...bindText(form, "periodWording")} />
      <SelectField
        label={t("field.partOfId")}
        description={t("hint.partOf")}
        value={values.partOfId ?? ""}
        onChange={(event) => setFieldValue("partOfId", event.currentTarget.value || null)}
        data={[
          { value: "", label: t("form.notAPart") },
          ...wholes.map((whole) => ({ value: whole.id, label: `${words.measure(whole)} · ${whole.label}` })),
        ]}
      />
      {(asksFor(values.measure).valuation || values.valuation) && (
        <Checkbox
          label={t("field.valuation")}
          checked={values.valuation}
          onChange={(event) => setFieldValue("valuation", event.currentTarget.checked)}
        />
      )}
      <TextAreaField label={t("field.note")} rows={2} maxLength={1000} {...bindText(form, "note")} />
    </>
  );
}
