import type { ReactNode } from "react";
import styles from "./simple-table.module.css";

export type SimpleColumn = {
  header: ReactNode;
  align?: "start" | "end";
  /** Days and names, which a narrow screen must not set one word a line. */
  roomy?: boolean;
};

type Props = {
  /** Read aloud as the table's name; shown above with `showLabel`. */
  label: string;
  columns: readonly SimpleColumn[];
  rows: readonly { key: string; cells: readonly ReactNode[]; emphasis?: boolean }[];
  /** On a phone each row stands by itself, its cells under one another with their headings: for cells of several words. */
  stacked?: boolean;
};

/** A small table inside a card: sources, steps, the twin of a chart. */
export function SimpleTable({ label, columns, rows, stacked }: Props) {
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table} data-stacked={stacked || undefined}>
        <caption className="only-spoken">{label}</caption>
        <thead>
          <tr>
            {columns.map((column, index) =>
              // A heading without words is announced as an error; an empty cell is not.
              column.header === "" ? (
                <td key={index}>{"\u00a0"}</td>
              ) : (
                <th key={index} scope="col" data-align={column.align} data-roomy={column.roomy || undefined}>
                  {column.header}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-emphasis={row.emphasis || undefined}>
              {row.cells.map((cell, index) => (
                <td key={index} data-align={columns[index]?.align}>
                  {stacked && index > 0 && <span className={styles.heading}>{columns[index]?.header}</span>}
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
