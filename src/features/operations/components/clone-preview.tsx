"use client";

import { useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { shiftPlan, shiftTo } from "../rules/plan-shift.ts";
import type { Plan } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { usePlanNames } from "./plan-names.ts";
import type { PlanChoices } from "./plan-tools.tsx";

type Props = { plan: Plan; startsOn: string | null; choices: PlanChoices };

/** The days before and after, and what else comes along. */
export function ClonePreview({ plan, startsOn, choices }: Props) {
  const t = useTranslations("planning.clone");
  const names = usePlanNames(choices);
  const after = shiftPlan(plan, shiftTo(plan, startsOn));
  const retired = new Set(choices.points.flatMap(({ id, retired: over }) => (over ? [id] : [])));
  const phases = plan.phases.flatMap((phase, at) => {
    const then = after.phases[at] ?? phase;
    return [
      { key: phase.id, cells: [names.phase(phase), names.range(phase), names.range(then)] },
      ...phase.countries.map((own, place) => ({
        key: `${phase.id}-${own.countryCode}`,
        cells: [
          `${names.phase(phase)} · ${names.country(own.countryCode)}`,
          names.range(own),
          names.range(then.countries[place] ?? own),
        ],
      })),
    ];
  });
  const posts = plan.deployments.map((post, at) => ({
    key: post.id,
    cells: [
      names.point(post.borderPointId),
      names.range(post),
      retired.has(post.borderPointId) ? t("retired") : names.range(after.deployments[at] ?? post),
    ],
  }));
  const along = [
    t("countries", { count: plan.participations.length }),
    t("partners", { count: plan.organisations.length }),
    t("programmes", { count: plan.programmes.length }),
  ];
  return (
    <Card title={t("preview")} note={along.join(" · ")}>
      {phases.length + posts.length === 0 ? (
        <p className={styles.empty}>{t("nothingDated")}</p>
      ) : (
        <SimpleTable
          label={t("preview")}
          columns={[{ header: t("row") }, { header: t("before") }, { header: t("after") }]}
          rows={[...phases, ...posts]}
        />
      )}
    </Card>
  );
}
