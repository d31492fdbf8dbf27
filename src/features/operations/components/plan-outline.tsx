"use client";

import { useTranslations } from "next-intl";
import type { Plan } from "../schema/plan.ts";
import styles from "./plan-form.module.css";
import { PLAN_SECTIONS, type PlanSectionName } from "./plan-section.tsx";
import type { PlanErrors } from "./use-plan-form.ts";

const LISTS: Partial<Record<PlanSectionName, keyof Plan>> = {
  programmes: "programmes",
  countries: "participations",
  phases: "phases",
  points: "deployments",
  partners: "organisations",
};

/** The parts of the plan with how much each holds, and where something is to be mended. */
export function PlanOutline({ plan, errors }: { plan: Plan; errors: PlanErrors }) {
  const t = useTranslations("planning");
  const lists = Object.values(LISTS);
  const wrongIn = (section: PlanSectionName) =>
    Object.keys(errors).filter((path) => {
      const [part = ""] = path.split(".");
      const list = LISTS[section];
      return list === undefined ? !lists.includes(part as keyof Plan) : part === list;
    }).length;
  return (
    <nav className={styles.outline} aria-label={t("outline")}>
      <ol>
        {PLAN_SECTIONS.map((section) => {
          const list = LISTS[section];
          const wrong = wrongIn(section);
          return (
            <li key={section}>
              <a href={`#${section}`} data-wrong={wrong > 0 || undefined}>
                {t(`section.${section}`)}
                {wrong > 0 ? (
                  <small>{t("toMend", { count: wrong })}</small>
                ) : (
                  list && <small>{(plan[list] as readonly unknown[]).length}</small>
                )}
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
