"use client";

import { useLocale, useTranslations } from "next-intl";
import { CountField } from "#components/form/count-field.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { Segmented } from "#components/form/segmented.tsx";
import { MultiSelectField, SearchSelectField, SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Delivery, Topic } from "#generated/prisma/enums.ts";
import { countriesByName, countryName } from "#lib/country.ts";
import { LANGUAGES } from "../rules.ts";
import type { PlanSession } from "../schema.ts";
import type { TrainingForm } from "./use-session-form.ts";
import type { PlanChoices } from "./training-types.ts";
import { useTrainingWords } from "./training-words.ts";
import styles from "./training.module.css";

type Props = { form: TrainingForm; choices: PlanChoices; exercise: boolean };

export function SessionFields(props: Props) {
  const t = useTranslations("training.form");
  return (
    <>
      <Card title={t("what")}>
        <div className={styles.form}>
          <What {...props} />
        </div>
      </Card>
      <Card title={t("when")}>
        <div className={styles.form}>
          <When {...props} />
        </div>
      </Card>
      <Card title={t("who")}>
        <div className={styles.form}>
          <Who {...props} />
        </div>
      </Card>
    </>
  );
}

/** Title, operation, country and place. */
function What({ form, choices, exercise }: Props) {
  const t = useTranslations("training");
  const locale = useLocale();
  const { operationId } = form.values;
  const operation = choices.operations.find(({ id }) => id === operationId);
  const countries = countriesByName(locale, operation?.countries);
  return (
    <>
      <TextField required label={t("field.title")} maxLength={160} {...form.getInputProps("title")} />
      <SelectField
        required={exercise}
        label={t("field.operationId")}
        data={[
          ...(exercise ? [] : [{ value: "", label: t("noOperation") }]),
          ...choices.operations.map(({ id, codename }) => ({ value: id, label: codename })),
        ]}
        value={operationId ?? ""}
        error={form.errors.operationId}
        onChange={(event) => form.setFieldValue("operationId", event.currentTarget.value || null)}
      />
      <div className={styles.pair}>
        <SearchSelectField
          required
          label={t("field.countryCode")}
          description={operation ? t("form.ofTheOperation") : undefined}
          data={countries.map(({ code, name }) => ({ value: code, label: name }))}
          value={form.values.countryCode || null}
          error={form.errors.countryCode}
          onChange={(code) => form.setFieldValue("countryCode", code ?? "")}
        />
        <TextField required label={t("field.place")} maxLength={120} {...form.getInputProps("place")} />
      </div>
    </>
  );
}

/** Days, delivery, languages, topics and seats. */
function When({ form }: Props) {
  const t = useTranslations("training");
  const terms = useTranslations("terms");
  const words = useTrainingWords();
  const setStart = (startsOn: string) => {
    form.setFieldValue("startsOn", startsOn);
    if (!form.values.endsOn) form.setFieldValue("endsOn", startsOn);
  };
  return (
    <>
      <div className={styles.pair}>
        <DateField
          required
          {...form.getInputProps("startsOn")}
          label={t("field.startsOn")}
          onChange={setStart}
        />
        <DateField required label={t("field.endsOn")} {...form.getInputProps("endsOn")} />
      </div>
      <Segmented
        label={t("field.delivery")}
        choices={Object.values(Delivery).map((value) => ({ value, label: words.delivery(value) }))}
        value={form.values.delivery}
        onChange={(delivery) => form.setFieldValue("delivery", delivery)}
      />
      <MultiSelectField
        required
        label={t("field.languages")}
        data={LANGUAGES.map((value) => ({ value, label: words.language(value) }))}
        value={form.values.languages}
        error={form.errors.languages}
        onChange={(codes) => form.setFieldValue("languages", codes as PlanSession["languages"])}
      />
      <MultiSelectField
        label={t("field.topics")}
        data={Object.values(Topic).map((value) => ({ value, label: terms(`topic.${value}`) }))}
        value={form.values.topics}
        error={form.errors.topics}
        onChange={(topics) => form.setFieldValue("topics", topics as Topic[])}
      />
      <CountField
        label={t("field.seats")}
        description={t("form.seatsHint")}
        value={form.values.seats}
        error={form.errors.seats}
        onChange={(seats) => form.setFieldValue("seats", seats)}
      />
    </>
  );
}

/** Who teaches, and whose people learn. */
function Who({ form, choices }: Props) {
  const t = useTranslations("training");
  const locale = useLocale();
  const words = useTrainingWords();
  const { countryCode } = form.values;
  const home = (row: { countryCode: string | null }) => Number(row.countryCode !== countryCode);
  const points = choices.points.toSorted((a, b) => home(a) - home(b));
  const organisations = choices.organisations.map((row) => ({
    value: row.id,
    label: [words.organisation(row), row.countryCode && countryName(row.countryCode, locale)]
      .filter(Boolean)
      .join(" · "),
  }));
  return (
    <>
      <MultiSelectField
        label={t("field.trainerIds")}
        description={t("form.trainersHint")}
        data={organisations}
        limit={60}
        value={form.values.trainerIds}
        error={form.errors.trainerIds}
        onChange={(ids) => form.setFieldValue("trainerIds", ids)}
      />
      <MultiSelectField
        label={t("field.pointIds")}
        description={t("form.pointsHint")}
        data={points.map((point) => ({
          value: point.id,
          label: `${point.name} · ${countryName(point.countryCode, locale)}`,
        }))}
        limit={60}
        value={form.values.pointIds}
        error={form.errors.pointIds}
        onChange={(ids) => form.setFieldValue("pointIds", ids)}
      />
    </>
  );
}
