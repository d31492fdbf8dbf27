"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "#components/form/action-button.tsx";
import { readError } from "#components/form/read-error.ts";
import { Refusal } from "#components/form/refusal.tsx";
import type { Plan } from "../schema/plan.ts";
import { usePlanNames } from "./plan-names.ts";
import type { PlanChoices } from "./plan-tools.tsx";
import type { PlanForm } from "./use-plan-form.ts";

type Props = { error: unknown; form: PlanForm; choices: PlanChoices };

/** Why the plan was not saved. What holds results is named, and put back with one press. */
export function PlanHeld({ error, form, choices }: Props) {
  const t = useTranslations("planning.held");
  const names = usePlanNames(choices);
  const { base } = form.began;
  const refused = error ? readError(error) : null;
  if (refused?.reason !== "operation.holds_results" || base === null) return <Refusal error={error} />;
  const keys = (name: string) => String(refused.values[name] ?? "").split(",");
  const [phases, countries, posts] = [keys("phases"), keys("countries"), keys("deployments")];
  const back: Pick<Plan, "phases" | "participations" | "deployments"> = {
    phases: base.phases.filter(({ id }) => phases.includes(id)),
    participations: base.participations.filter(({ countryCode }) => countries.includes(countryCode)),
    deployments: base.deployments.filter(({ id }) => posts.includes(id)),
  };
  // With a border point comes its country.
  const needed = new Set(back.deployments.map(({ borderPointId }) => names.pointCountry(borderPointId)));
  const countriesBack = base.participations.filter(
    (one) => needed.has(one.countryCode) || back.participations.includes(one),
  );
  const list = [
    ...back.phases.map((phase) => names.phase(phase)),
    ...back.participations.map(({ countryCode }) => names.country(countryCode)),
    ...back.deployments.map(({ borderPointId }) => names.point(borderPointId)),
  ];
  return (
    <>
      <Refusal
        error={error}
        title={t("title", { list: list.join(" · ") })}
        action={
          <ActionButton onClick={() => form.update((plan) => putBack(plan, back, countriesBack))}>
            {t("putBack")}
          </ActionButton>
        }
      />
    </>
  );
}

type Back = Pick<Plan, "phases" | "participations" | "deployments">;

/** Rows put back once. */
function putBack(plan: Plan, back: Back, countries: Plan["participations"]): Plan {
  const phases = new Set(plan.phases.map(({ id }) => id));
  const taking = new Set(plan.participations.map(({ countryCode }) => countryCode));
  const posts = new Set(plan.deployments.map(({ id }) => id));
  return {
    ...plan,
    phases: [...plan.phases, ...back.phases.filter(({ id }) => !phases.has(id))],
    participations: [
      ...plan.participations,
      ...countries.filter(({ countryCode }) => !taking.has(countryCode)),
    ],
    deployments: [...plan.deployments, ...back.deployments.filter(({ id }) => !posts.has(id))],
  };
}
