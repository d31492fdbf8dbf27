"use client";

import type { ReactNode } from "react";
import type { Page } from "#lib/paging.ts";
import { ActionLink } from "../form/action-button.tsx";
import { Known } from "../form/known.tsx";
import { EmptyState } from "../layout/empty-state.tsx";
import { SkeletonLines } from "../layout/skeleton.tsx";
import { DataTable, type TableProps } from "./data-table.tsx";

type Props<Row> = Omit<TableProps<Row>, "rows" | "paging" | "getKey" | "empty"> & {
  /** The page of rows as the server gives it. */
  query: { data: Page<Row> | undefined; error: unknown };
  /** The heading when the list cannot be read; its name otherwise. */
  refused?: ReactNode;
  /** What is said instead of rows, with the way to the first one for those who may enter it. */
  empty: { title: ReactNode; text: ReactNode; begin?: { href: string; label: ReactNode } | false };
};

/** One page of a list, from the question to the server until its rows stand here. */
export function PagedTable<Row extends { id: string }>({ query, refused, empty, ...table }: Props<Row>) {
  const { title, text, begin } = empty;
  const action = begin && (
    <ActionLink look="primary" href={begin.href}>
      {begin.label}
    </ActionLink>
  );
  return (
    <Known query={query} title={refused ?? table.label} waiting={<SkeletonLines lines={8} />}>
      {({ rows, page, size, total }) => (
        <DataTable
          {...table}
          rows={rows}
          getKey={({ id }) => id}
          paging={{ page, size, total }}
          empty={
            <EmptyState title={title} action={action}>
              {text}
            </EmptyState>
          }
        />
      )}
    </Known>
  );
}
