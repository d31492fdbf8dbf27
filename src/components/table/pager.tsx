"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useUrlFilter } from "../form/use-url-filter.ts";
import { Icon } from "../layout/icons.tsx";
import { WorldLink } from "../layout/world-link.tsx";
import styles from "./data-table.module.css";

/** As `Page<Row>` of #lib/paging.ts gives it: page from 1, rows a page, rows in all. */
export type Paging = { page: number; size: number; total: number };

/** Which rows are shown of how many, and the way to the pages beside. */
export function Pager({ page, size, total }: Paging) {
  const t = useTranslations("shell.table");
  const format = useFormatter();
  const { href } = useUrlFilter();
  const number = (n: number) => format.number(n, "count");
  const from = (page - 1) * size + 1;
  const to = Math.min(page * size, total);
  const step = (target: number, possible: boolean, label: ReactNode) =>
    possible ? (
      <WorldLink href={href({ page: target === 1 ? null : target })}>{label}</WorldLink>
    ) : (
      <span aria-disabled="true">{label}</span>
    );
  return (
    <nav className={styles.pager} aria-label={t("pages")}>
      <span>{t("page", { from: number(from), to: number(to), total: number(total) })}</span>
      {total > size &&
        step(
          page - 1,
          page > 1,
          <>
            <Icon name="backward" size={12} />
            {t("previous")}
          </>,
        )}
      {total > size &&
        step(
          page + 1,
          to < total,
          <>
            {t("next")}
            <Icon name="forward" size={12} />
          </>,
        )}
    </nav>
  );
}
