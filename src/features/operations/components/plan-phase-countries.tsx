"use client";

import { useTranslations } from "next-intl";
import { DateField } from "#components/form/date-field.tsx";
import type { PlanPhase } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import { AddFromList, RowButton } from "./plan-section.tsx";
import { bindFields, usePlanTools } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

type Props = { row: PlanPhase; at: number; taking: readonly string[]; errors: PlanErrors };

/** Countries of a phase that keep days of their own. */
export function PlanPhaseCountries({ row, at, taking, errors }: Props) {
  const t = useTranslations("planning");
  const { choices, changeRow } = usePlanTools();
  const names = usePlanNames(choices);
  const set = (countries: PlanPhase["countries"]) => changeRow("phases", at, { countries });
  const own = new Set(row.countries.map(({ countryCode }) => countryCode));
  const wrong = Object.keys(errors).some((key) => key.startsWith(`phases.${at}.countries`));
  return (
    <details className={styles.more} open={wrong || undefined}>
      <summary>{t("phase.countries", { count: row.countries.length })}</summary>
      {row.countries.map((one, place) => {
        const path = `phases.${at}.countries.${place}`;
        const fields = bindFields({
          row: one,
          path,
          errors,
          change: (changed) =>
            set(row.countries.map((other) => (other === one ? { ...one, ...changed } : other))),
        });
        const name = names.country(one.countryCode);
        return (
          <div key={one.countryCode} className={styles.ownDates} role="group" aria-label={name}>
            <h4>{name}</h4>
            <DateField label={t("field.from")} {...fields.day("startsOn")} />
            <DateField label={t("field.to")} {...fields.day("endsOn")} />
            <RowButton
              icon="close"
              label={t("phase.removeCountry", { name })}
              onClick={() => set(row.countries.filter((other) => other !== one))}
            />
            {errors[`${path}.countryCode`] && <p role="alert">{errors[`${path}.countryCode`]}</p>}
          </div>
        );
      })}
      {taking.length === 0 ? (
        <p className={styles.empty}>{t("phase.noCountries")}</p>
      ) : (
        <AddFromList
          label={t("phase.addCountry")}
          data={taking
            .filter((code) => !own.has(code))
            .map((value) => ({ value, label: names.country(value) }))}
          onAdd={(countryCode) =>
            set([...row.countries, { countryCode, startsOn: row.startsOn, endsOn: row.endsOn }])
          }
        />
      )}
    </details>
  );
}
