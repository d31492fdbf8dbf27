"use client";

import { useTranslations } from "next-intl";
import { memo, useRef } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { DateField } from "#components/form/date-field.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import { PhaseKind } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import type { Plan, PlanPhase } from "../schema/plan.ts";
import { PlanPhaseCountries } from "./plan-phase-countries.tsx";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import { FoldedRow, PlanSection, RowButton } from "./plan-section.tsx";
import { bindFields, isWrong, usePlanTools } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

const emptyPhase = (): PlanPhase => ({
  id: newId(),
  kind: null,
  label: null,
  startsOn: null,
  endsOn: null,
  note: null,
  countries: [],
});

/** Phases in their order, each of a kind or under a label of its own, with its days. */
export function PlanPhaseFields({ plan, errors }: { plan: Plan; errors: PlanErrors }) {
  const t = useTranslations("planning.phase");
  const { addRow } = usePlanTools();
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    addRow("phases", emptyPhase());
    requestAnimationFrame(() => list.current?.lastElementChild?.querySelector("select")?.focus());
  };
  const codes = plan.participations.map(({ countryCode }) => countryCode).join(" ");
  return (
    <PlanSection name="phases" note={t("note")}>
      {plan.phases.length === 0 && <p className={styles.empty}>{t("empty")}</p>}
      <ol ref={list} className={styles.rows}>
        {plan.phases.map((row, at) => (
          <Phase
            key={row.id}
            row={row}
            at={at}
            last={at === plan.phases.length - 1}
            countries={codes}
            errors={errors}
          />
        ))}
      </ol>
      <div className={styles.add} data-add>
        <span>
          <ActionButton onClick={add}>{t("add")}</ActionButton>
        </span>
      </div>
    </PlanSection>
  );
}

type PhaseProps = { row: PlanPhase; at: number; last: boolean; countries: string; errors: PlanErrors };

const Phase = memo(function Phase({ row, at, last, countries, errors }: PhaseProps) {
  const t = useTranslations("planning");
  const terms = useTranslations("terms.phaseKind");
  const { choices, update, changeRow, removeRow, stood } = usePlanTools();
  const names = usePlanNames(choices);
  const path = `phases.${at}`;
  const fields = bindFields<PlanPhase>({
    row,
    path,
    errors,
    change: (changed) => changeRow("phases", at, changed),
  });
  const name = t("phase.title", { number: at + 1, name: names.phase(row) });
  const move = (by: -1 | 1) => update((plan) => ({ ...plan, phases: swapped(plan.phases, at, at + by) }));
  return (
    <FoldedRow
      title={name}
      note={names.range(row)}
      folded={stood(row.id)}
      wrong={isWrong(errors, path)}
      actions={
        <>
          <RowButton icon="up" label={t("phase.up", { name })} disabled={at === 0} onClick={() => move(-1)} />
          <RowButton icon="down" label={t("phase.down", { name })} disabled={last} onClick={() => move(1)} />
          <RowButton
            icon="close"
            label={t("phase.remove", { name })}
            onClick={() => removeRow("phases", at)}
          />
        </>
      }
    >
      <div className={styles.grid}>
        <SelectField
          label={t("field.kind")}
          data={[
            { value: "", label: t("field.noKind") },
            ...Object.values(PhaseKind).map((value) => ({ value, label: terms(value) })),
          ]}
          {...fields.text("kind")}
        />
        <TextField label={t("field.label")} description={t("field.labelHint")} {...fields.text("label")} />
        <DateField label={t("field.from")} {...fields.day("startsOn")} />
        <DateField label={t("field.to")} {...fields.day("endsOn")} />
        <TextField className={styles.whole} label={t("field.note")} {...fields.text("note")} />
      </div>
      <PlanPhaseCountries
        row={row}
        at={at}
        taking={countries === "" ? [] : countries.split(" ")}
        errors={errors}
      />
    </FoldedRow>
  );
});

function swapped<Row>(rows: readonly Row[], one: number, other: number): Row[] {
  const all = [...rows];
  const [a, b] = [all[one], all[other]];
  if (a === undefined || b === undefined) return all;
  all[one] = b;
  all[other] = a;
  return all;
}
