"use client";

import { useTranslations } from "next-intl";
import { memo } from "react";
import { DateField } from "#components/form/date-field.tsx";
import { TextField } from "#components/form/text-field.tsx";
import type { OperationState } from "#generated/prisma/enums.ts";
import { newId } from "#lib/ids.ts";
import { spanOf } from "../rules/plan-shift.ts";
import type { Plan, PlanDeployment } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import { AddFromList, FoldedRow, PlanSection, RowButton } from "./plan-section.tsx";
import { bindFields, isWrong, usePlanTools } from "./plan-tools.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

type Props = { plan: Plan; errors: PlanErrors; state: OperationState };

/** Border points deployed, with their days, their shifts and the returns expected of them. */
export function PlanPointFields({ plan, errors, state }: Props) {
  const t = useTranslations("planning.point");
  const { choices, update } = usePlanTools();
  const names = usePlanNames(choices);
  const deployed = new Set(plan.deployments.map(({ borderPointId }) => borderPointId));
  const taking = new Set(plan.participations.map(({ countryCode }) => countryCode));
  const open = choices.points.filter(({ id, retired }) => !retired && !deployed.has(id));
  const data = [...open.filter(({ countryCode }) => taking.has(countryCode)), ...open].map((point) => ({
    value: point.id,
    label: [point.name, point.iata, names.country(point.countryCode)].filter(Boolean).join(" · "),
  }));
  const add = (borderPointId: string) =>
    update((now) => withPoint(now, { borderPointId, country: names.pointCountry(borderPointId), state }));
  return (
    <PlanSection name="points">
      {plan.deployments.length === 0 && <p className={styles.empty}>{t("empty")}</p>}
      <ul className={styles.rows}>
        {plan.deployments.map((row, at) => (
          <Post key={row.id} row={row} at={at} errors={errors} />
        ))}
      </ul>
      <AddFromList
        label={t("add")}
        data={[...new Map(data.map((one) => [one.value, one])).values()]}
        onAdd={add}
      />
      <p className={styles.hint}>{t("addsCountry")}</p>
    </PlanSection>
  );
}

type Added = { borderPointId: string; country: string | null; state: OperationState };

/** Another border point: its country takes part from now on, its days are those of the action days or of the plan. */
function withPoint(plan: Plan, { borderPointId, country, state }: Added): Plan {
  const tactical = plan.phases.find(({ kind, startsOn }) => kind === "tactical" && startsOn !== null);
  const span = spanOf({ ...plan, deployments: [] });
  const startsOn = tactical?.startsOn ?? span?.from ?? null;
  const endsOn = tactical?.endsOn ?? span?.to ?? null;
  const joins = country !== null && !plan.participations.some((one) => one.countryCode === country);
  return {
    ...plan,
    participations: joins
      ? [...plan.participations, { countryCode: country, role: "participating", state, focalLiaison: null }]
      : plan.participations,
    deployments: [
      ...plan.deployments,
      {
        id: newId(),
        borderPointId,
        startsOn,
        endsOn,
        dayStartsAt: plan.deployments.at(-1)?.dayStartsAt ?? "00:00",
        shifts: plan.deployments.at(-1)?.shifts ?? null,
        returnsFrom: startsOn,
        returnsTo: endsOn,
      },
    ],
  };
}

const Post = memo(function Post({
  row,
  at,
  errors,
}: {
  row: PlanDeployment;
  at: number;
  errors: PlanErrors;
}) {
  const t = useTranslations("planning");
  const { choices, changeRow, removeRow, stood } = usePlanTools();
  const names = usePlanNames(choices);
  const point = choices.points.find(({ id }) => id === row.borderPointId);
  const fields = bindFields<PlanDeployment>({
    row,
    path: `deployments.${at}`,
    errors,
    change: (changed) => changeRow("deployments", at, changed),
  });
  const name = point?.name ?? t("unknown");
  const where = point && [names.country(point.countryCode), point.retired && t("point.retired")];
  return (
    <FoldedRow
      title={<bdi>{name}</bdi>}
      note={[...(where ?? []), names.range(row), row.shifts].filter(Boolean).join(" · ")}
      folded={stood(row.id)}
      wrong={isWrong(errors, `deployments.${at}`)}
      actions={
        <RowButton
          icon="close"
          label={t("point.remove", { name })}
          onClick={() => removeRow("deployments", at)}
        />
      }
    >
      <div className={styles.grid}>
        <DateField label={t("field.from")} {...fields.day("startsOn")} />
        <DateField label={t("field.to")} {...fields.day("endsOn")} />
        <DateField
          label={t("field.returnsFrom")}
          description={row.returnsFrom === null ? t("point.noReturns") : undefined}
          {...fields.day("returnsFrom")}
        />
        <DateField label={t("field.returnsTo")} {...fields.day("returnsTo")} />
        <TextField
          type="time"
          label={t("field.dayStart")}
          description={t("field.dayStartHint", { zone: point?.timeZone ?? "UTC" })}
          {...fields.line("dayStartsAt")}
        />
        <TextField label={t("field.shifts")} description={t("field.shiftsHint")} {...fields.text("shifts")} />
      </div>
    </FoldedRow>
  );
});
