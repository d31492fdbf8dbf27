"use client";

import { useNow, useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { Clash } from "#components/form/clash.tsx";
import { Refusal } from "#components/form/refusal.tsx";
import { SubmitButton } from "#components/form/submit-button.tsx";
import { TextAreaField } from "#components/form/text-area-field.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { personalDataKinds } from "#lib/personal-data.ts";
import { localDateOf } from "#lib/zone.ts";
import { ArrestFields } from "./arrest-fields.tsx";
import { sameField, spokenOf, type Details } from "./correction-kinds.ts";
import { OutcomeFields } from "./outcome-fields.tsx";
import styles from "./outcomes.module.css";
import { PeopleFields } from "./people-fields.tsx";
import { PlaceFields } from "./place-fields.tsx";
import type { ResultPlace } from "./result-draft.ts";
import { SeizureFields } from "./seizure-fields.tsx";
import { useCorrection } from "./use-correction.ts";
import { useResultFields } from "./use-result-fields.ts";

type Props = { result: Details; place: ResultPlace; close: () => void; sent: () => void };

/** The same fields as when it was recorded, with the reason; if somebody was faster, both versions field by field. */
export function CorrectionForm({ result, place, close, sent }: Props) {
  const t = useTranslations("outcomes.correct");
  const today = localDateOf(useNow(), result.timeZone ?? "UTC");
  const sheet = useTranslations("outcomes.sheet");
  const { form, pending, submit, theirs, chosen, choose, error, restored } = useCorrection(result, sent);
  const fields = useResultFields(result.kind);
  const values = form.values;
  const set = (patch: object) => {
    form.setValues({ ...form.getValues(), ...patch });
    for (const name of Object.keys(patch)) form.clearFieldError(name);
  };
  const mine = spokenOf(result.kind, { values, row: result, place });
  return (
    <form className={styles.sheet} noValidate onSubmit={submit} aria-label={t("title")}>
      {restored && !theirs && <Notice tone="plain">{sheet("resumed")}</Notice>}
      {theirs ? (
        <Clash
          fields={fields
            .filter(({ key }) => !sameField(key, mine, theirs))
            .map(({ key, label, say }) => ({ key, label, mine: say(mine), theirs: say(theirs) }))}
          chosen={chosen}
          onChoose={choose}
        />
      ) : (
        <KindFields result={result} place={place} values={values} errors={form.errors} set={set} />
      )}
      <TextAreaField
        label={t("reason")}
        description={t("reasonHint")}
        maxLength={500}
        personal={personalDataKinds(values.reason, today).length > 0}
        {...form.getInputProps("reason")}
      />
      {!theirs && <Refusal error={error} />}
      <div className={styles.actions}>
        <SubmitButton pending={pending}>{t(theirs ? "again" : "save")}</SubmitButton>
        <ActionButton onClick={close}>{t("cancel")}</ActionButton>
      </div>
    </form>
  );
}

type KindProps = {
  result: Details;
  place: ResultPlace;
  values: Record<string, unknown>;
  errors: Partial<Record<string, unknown>>;
  set: (patch: object) => void;
};

function KindFields({ result, place, values, errors, set }: KindProps) {
  // The names are those of the kind's own schema, which the form checks before anything is sent.
  const shared = { place, values: values as never, errors, set };
  if (result.kind === "outcome") return <OutcomeFields zone={result.timeZone ?? "UTC"} {...shared} />;
  return (
    <>
      <PlaceFields places={[place]} fixed {...shared} />
      {result.kind === "arrest" && <ArrestFields {...shared} />}
      {result.kind === "people" && <PeopleFields {...shared} />}
      {result.kind === "seizure" && <SeizureFields {...shared} />}
    </>
  );
}
