"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ExerciseStamp } from "./exercise-stamp.tsx";
import styles from "./page-header.module.css";
import { WorldLink } from "./world-link.tsx";

export type Crumb = { label: ReactNode; href?: string };

type Props = {
  title: ReactNode;
  crumbs?: readonly Crumb[];
  /** One sentence under the title. */
  lead?: ReactNode;
  chips?: ReactNode;
  exercise?: boolean;
  /** The one primary action; `secondary` holds quieter ones before it. */
  action?: ReactNode;
  secondary?: ReactNode;
};

export function PageHeader({ title, crumbs, lead, chips, exercise, action, secondary }: Props) {
  const t = useTranslations("shell");
  return (
    <header className={styles.header}>
      {crumbs && crumbs.length > 0 && (
        <nav aria-label={t("breadcrumb")}>
          <ol className={styles.crumbs}>
            {crumbs.map((crumb, index) => (
              <li key={index}>
                {crumb.href ? <WorldLink href={crumb.href}>{crumb.label}</WorldLink> : crumb.label}
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className={styles.line}>
        <div className={styles.words}>
          <div className={styles.title}>
            <h1>{title}</h1>
            {exercise && <ExerciseStamp />}
          </div>
          {(lead || chips) && (
            <div className={styles.lead}>
              {lead && <p>{lead}</p>}
              {chips}
            </div>
          )}
        </div>
        {(action || secondary) && (
          <div className={`${styles.actions} not-on-paper`}>
            {secondary}
            {action}
          </div>
        )}
      </div>
    </header>
  );
}
