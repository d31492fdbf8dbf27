"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { OrganisationRole } from "#generated/prisma/enums.ts";
import type { Plan } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import { AddFromList, FoldedRow, PlanSection, RowButton } from "./plan-section.tsx";
import { bindFields, isWrong, usePlanTools, type RowOf } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

/** Organisations that lead, take part, fund or coordinate. */
export function PlanPartnerFields({ plan, errors }: { plan: Plan; errors: PlanErrors }) {
  const t = useTranslations("planning");
  const terms = useTranslations("terms");
  const { choices, addRow } = usePlanTools();
  const names = usePlanNames(choices);
  const kindOf = (one: (typeof choices.organisations)[number]) =>
    [
      one.name,
      one.acronym,
      terms(`organisationKind.${one.kind}`),
      one.countryCode && names.country(one.countryCode),
    ]
      .filter(Boolean)
      .join(" · ");
  return (
    <PlanSection name="partners">
      {plan.organisations.length === 0 && <p className={styles.empty}>{t("partner.empty")}</p>}
      <ul className={styles.rows}>
        {plan.organisations.map((row, at) => (
          <Partner key={`${row.organisationId}-${at}`} row={row} at={at} errors={errors} />
        ))}
      </ul>
      <AddFromList
        label={t("partner.add")}
        data={choices.organisations
          .filter(({ retired }) => !retired)
          .map((one) => ({ value: one.id, label: kindOf(one) }))}
        onAdd={(organisationId) => {
          const roles = plan.organisations.flatMap((one) =>
            one.organisationId === organisationId ? [one.role] : [],
          );
          const role = (["partner", "lead", "funder", "coordination"] as const).find(
            (one) => !roles.includes(one),
          );
          if (role) addRow("organisations", { organisationId, role, note: null });
        }}
      />
    </PlanSection>
  );
}

function Partner({ row, at, errors }: { row: RowOf<"organisations">; at: number; errors: PlanErrors }) {
  const t = useTranslations("planning");
  const terms = useTranslations("terms.organisationRole");
  const { choices, changeRow, removeRow, stood } = usePlanTools();
  const names = usePlanNames(choices);
  const name = names.organisation(row.organisationId);
  const fields = bindFields<RowOf<"organisations">>({
    row,
    path: `organisations.${at}`,
    errors,
    change: (changed) => changeRow("organisations", at, changed),
  });
  return (
    <FoldedRow
      title={<bdi>{name}</bdi>}
      note={[terms(row.role), names.organisationCountry(row.organisationId), row.note]
        .filter(Boolean)
        .join(" · ")}
      folded={stood(row.organisationId)}
      wrong={isWrong(errors, `organisations.${at}`)}
      actions={
        <RowButton
          icon="close"
          label={t("partner.remove", { name })}
          onClick={() => removeRow("organisations", at)}
        />
      }
    >
      <div className={styles.grid}>
        <SelectField
          label={t("field.role")}
          data={Object.values(OrganisationRole).map((value) => ({ value, label: terms(value) }))}
          {...fields.line("role")}
        />
        <TextField label={t("field.note")} description={t("partner.noteHint")} {...fields.text("note")} />
      </div>
    </FoldedRow>
  );
}
