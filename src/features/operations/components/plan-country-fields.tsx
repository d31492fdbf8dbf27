"use client";

import { useLocale, useTranslations } from "next-intl";
import { memo, useMemo } from "react";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { OperationState, ParticipationRole } from "#generated/prisma/enums.ts";
import { countriesByName } from "#lib/country.ts";
import type { Plan, PlanParticipation } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import { AddFromList, FoldedRow, PlanSection, RowButton } from "./plan-section.tsx";
import { bindFields, isWrong, usePlanTools } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

type Props = { plan: Plan; errors: PlanErrors; state: OperationState };

/** Who takes part, in which role, how far each country is, and who stands for it. */
export function PlanCountryFields({ plan, errors, state }: Props) {
  const t = useTranslations("planning.country");
  const locale = useLocale();
  const { addRow } = usePlanTools();
  const taking = new Set(plan.participations.map(({ countryCode }) => countryCode));
  const all = useMemo(() => countriesByName(locale), [locale]);
  return (
    <PlanSection name="countries">
      {plan.participations.length === 0 && <p className={styles.empty}>{t("empty")}</p>}
      <ul className={styles.rows}>
        {plan.participations.map((row, at) => (
          <Country key={row.countryCode} row={row} at={at} points={plan.deployments} errors={errors} />
        ))}
      </ul>
      <AddFromList
        label={t("add")}
        data={all
          .filter(({ code }) => !taking.has(code))
          .map(({ code, name }) => ({ value: code, label: name }))}
        onAdd={(countryCode) =>
          addRow("participations", { countryCode, role: "participating", state, focalLiaison: null })
        }
      />
    </PlanSection>
  );
}

type CountryProps = {
  row: PlanParticipation;
  at: number;
  points: Plan["deployments"];
  errors: PlanErrors;
};

const Country = memo(function Country({ row, at, points, errors }: CountryProps) {
  const t = useTranslations("planning");
  const terms = useTranslations("terms");
  const { choices, update, changeRow, stood } = usePlanTools();
  const names = usePlanNames(choices);
  const name = names.country(row.countryCode);
  const here = points.filter(({ borderPointId }) => names.pointCountry(borderPointId) === row.countryCode);
  const fields = bindFields<PlanParticipation>({
    row,
    path: `participations.${at}`,
    errors,
    change: (changed) => changeRow("participations", at, changed),
  });
  const remove = () => update((plan) => withoutCountry(plan, { row, here }));
  return (
    <FoldedRow
      title={name}
      note={[
        terms(`participationRole.${row.role}`),
        terms(`operationState.${row.state}`),
        t("country.points", { count: here.length }),
        row.focalLiaison,
      ]
        .filter(Boolean)
        .join(" · ")}
      folded={stood(row.countryCode)}
      wrong={isWrong(errors, `participations.${at}`)}
      actions={
        <RowButton icon="close" label={t("country.remove", { name, count: here.length })} onClick={remove} />
      }
    >
      <div className={styles.grid}>
        <SelectField
          label={t("field.role")}
          data={Object.values(ParticipationRole).map((value) => ({
            value,
            label: terms(`participationRole.${value}`),
          }))}
          {...fields.line("role")}
        />
        <SelectField
          label={t("field.ownState")}
          data={Object.values(OperationState).map((value) => ({
            value,
            label: terms(`operationState.${value}`),
          }))}
          {...fields.line("state")}
        />
        <TextField
          label={t("field.focal")}
          description={t("field.focalHint")}
          {...fields.text("focalLiaison")}
        />
      </div>
    </FoldedRow>
  );
});

/** With the country go its border points and its own days: neither can stand without it. */
function withoutCountry(
  plan: Plan,
  { row, here }: { row: PlanParticipation; here: Plan["deployments"] },
): Plan {
  const gone = new Set(here.map(({ id }) => id));
  return {
    ...plan,
    participations: plan.participations.filter(({ countryCode }) => countryCode !== row.countryCode),
    deployments: plan.deployments.filter(({ id }) => !gone.has(id)),
    phases: plan.phases.map((phase) => ({
      ...phase,
      countries: phase.countries.filter((own) => own.countryCode !== row.countryCode),
    })),
  };
}
