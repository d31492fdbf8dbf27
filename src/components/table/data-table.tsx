"use client";

import { useTranslations } from "next-intl";
import type { KeyboardEvent, MouseEvent, ReactNode } from "react";
import { useRouter } from "next/navigation";
import { useUrlFilter } from "../form/use-url-filter.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { Icon } from "../layout/icons.tsx";
import { keepWorld } from "../layout/keep-world.ts";
import { useExercise, WorldLink } from "../layout/world-link.tsx";
import styles from "./data-table.module.css";
import { Pager } from "./pager.tsx";
import type { Paging } from "./pager.tsx";

export type Column<Row> = {
  id: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end. */
  align?: "start" | "end";
  /** The server can sort by this column: `?sort=id` upwards, `?sort=-id` downwards. */
  sortable?: boolean;
  /** On a phone each row is a card: its title, a plain line, or left out. Exactly one column should be the title. */
  onPhone?: "title" | "line" | "hidden";
};

export type TableProps<Row> = {
  /** Read aloud as the table's name. */
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  getKey: (row: Row) => string;
  /** Where a row opens: the title cell becomes the link, a click anywhere in the row follows it. */
  getHref?: (row: Row) => string | undefined;
  /** The present order, as in the URL: "name" or "-startsOn". */
  sort?: string;
  paging?: Paging;
  /** What to show instead of rows; a filtered list may simply leave it out. */
  empty?: ReactNode;
};

/** A list that the server sorts and pages; arrows move between rows, Enter opens, a narrow screen shows cards. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  getKey,
  getHref,
  sort,
  paging,
  empty,
}: TableProps<Row>) {
  const t = useTranslations("shell.table");
  if (rows.length === 0)
    return <>{empty ?? <EmptyState title={t("nothing")}>{t("nothingFiltered")}</EmptyState>}</>;
  return (
    <div className={styles.frame}>
      <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
        <table className={styles.table} role="table" aria-label={label}>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map((column) => (
                <Head key={column.id} column={column} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup" onKeyDown={moveBetweenRows}>
            {rows.map((row) => (
              <BodyRow key={getKey(row)} row={row} columns={columns} href={getHref?.(row)} />
            ))}
          </tbody>
        </table>
      </div>
      {paging && <Pager {...paging} />}
    </div>
  );
}

function Head<Row>({ column, sort }: { column: Column<Row>; sort: string | undefined }) {
  const { href } = useUrlFilter();
  // A heading without words is announced as an error; an empty cell is not.
  if (column.header === "") return <td role="cell">{"\u00a0"}</td>;
  const up = sort === column.id;
  const down = sort === `-${column.id}`;
  const order = up ? "ascending" : down ? "descending" : undefined;
  return (
    <th
      scope="col"
      role="columnheader"
      data-align={column.align}
      aria-sort={column.sortable ? (order ?? "none") : undefined}
    >
      {column.sortable ? (
        <WorldLink
          href={href({ sort: up ? `-${column.id}` : column.id })}
          scroll={false}
          className={styles.sort}
        >
          {column.header}
          {order && <Icon name={up ? "up" : "down"} size={12} />}
        </WorldLink>
      ) : (
        column.header
      )}
    </th>
  );
}

function BodyRow<Row>({
  row,
  columns,
  href,
}: {
  row: Row;
  columns: readonly Column<Row>[];
  href: string | undefined;
}) {
  const router = useRouter();
  const exercise = useExercise();
  const title = columns.find((column) => column.onPhone === "title") ?? columns[0];
  const follow = (event: MouseEvent<HTMLElement>) => {
    const inner = (event.target as HTMLElement).closest("a, button, input, select, label");
    const selecting = window.getSelection()?.toString();
    if (href && !inner && !selecting) router.push(keepWorld(href, exercise));
  };
  return (
    <tr role="row" onClick={href ? follow : undefined} data-opens={href ? true : undefined}>
      {columns.map((column) => (
        <td
          key={column.id}
          role="cell"
          data-align={column.align}
          data-phone={column === title ? "title" : (column.onPhone ?? "line")}
        >
          {column !== title && (
            <span className={styles.cardLabel} aria-hidden="true">
              {column.header}
            </span>
          )}
          {column === title && href ? (
            <WorldLink href={href} className={styles.opener} data-row-link>
              {column.cell(row)}
            </WorldLink>
          ) : (
            <div className={styles.cardValue}>{column.cell(row)}</div>
          )}
        </td>
      ))}
    </tr>
  );
}

function moveBetweenRows(event: KeyboardEvent<HTMLElement>) {
  const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
  const step = steps[event.key];
  if (!step || !(event.target as HTMLElement).matches("[data-row-link]")) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row-link]")];
  const next = links[links.indexOf(event.target as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
