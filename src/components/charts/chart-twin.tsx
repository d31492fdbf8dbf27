"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ReactNode } from "react";
import { SimpleTable } from "../table/simple-table.tsx";
import type { SimpleColumn } from "../table/simple-table.tsx";
import styles from "./chart.module.css";

type Props = {
  label: string;
  columns: readonly SimpleColumn[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  note?: ReactNode;
  children: ReactNode;
};

/** A chart and the table that says the same; one shown at a time. */
export function ChartTwin({ label, columns, rows, note, children }: Props) {
  const t = useTranslations("shell.chart");
  const [asTable, setAsTable] = useState(false);
  return (
    <figure>
      {asTable ? (
        <div className={styles.twin}>
          <SimpleTable label={label} columns={columns} rows={rows} />
        </div>
      ) : (
        children
      )}
      <figcaption className={styles.caption}>
        {note && <span>{note}</span>}
        <button
          type="button"
          className={`${styles.switch} not-on-paper`}
          onClick={() => setAsTable(!asTable)}
        >
          {asTable ? t("asChart") : t("asTable")}
        </button>
      </figcaption>
    </figure>
  );
}
