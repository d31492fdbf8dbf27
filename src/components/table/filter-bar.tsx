"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionButton } from "../form/action-button.tsx";
import { useUrlFilter } from "../form/use-url-filter.ts";
import styles from "./filter-bar.module.css";

type Props = {
  children: ReactNode;
  /** The URL names this bar sets; when one is present, "Clear filters" is offered. */
  names: readonly string[];
  /** Stands at the end: a count, an export, a view switch. */
  end?: ReactNode;
};

/** The row of filters over a list or map; each field writes its name in the URL through useUrlFilter. */
export function FilterBar({ children, names, end }: Props) {
  const t = useTranslations("shell");
  const { get, set, pending } = useUrlFilter();
  const active = names.some((name) => get(name) !== null);
  return (
    <div className={`${styles.bar} not-on-paper`} role="search" aria-label={t("filters")} aria-busy={pending}>
      {children}
      {active && (
        <ActionButton look="plain" onClick={() => set(Object.fromEntries(names.map((name) => [name, null])))}>
          {t("clearFilters")}
        </ActionButton>
      )}
      {end && <div className={styles.end}>{end}</div>}
    </div>
  );
}
