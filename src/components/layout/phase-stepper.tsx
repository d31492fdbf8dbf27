"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import styles from "./phase-stepper.module.css";

export type PhaseStep = { key: string; label: ReactNode; dates?: ReactNode; state: "done" | "now" | "next" };

/** The phases of an operation in order; the present one is marked by word, colour and aria-current. */
export function PhaseStepper({ steps }: { steps: readonly PhaseStep[] }) {
  const t = useTranslations("shell.phases");
  return (
    <ol className={styles.steps} aria-label={t("label")}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === "now" ? "step" : undefined}>
          <span className={styles.label}>
            {step.label}
            {step.state === "done" && <Icon name="check" size={12} />}
            <span className="only-spoken"> ({t(step.state)})</span>
          </span>
          {step.dates && <span className={styles.dates}>{step.dates}</span>}
        </li>
      ))}
    </ol>
  );
}
