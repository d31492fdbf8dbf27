"use client";

import { createContext, useContext, useMemo } from "react";
import type { ChangeEvent, ReactNode } from "react";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { Plan } from "../schema/plan.ts";
import type { PlanErrors, PlanForm } from "./use-plan-form.ts";

export type PlanChoices = RouterOutputs["operations"]["planForm"];
type Lists = "programmes" | "phases" | "participations" | "deployments" | "organisations";
export type RowOf<List extends Lists> = Plan[List][number];

type Tools = Pick<PlanForm, "update" | "patch"> & {
  choices: PlanChoices;
  /** Whether a row stood when the form was opened: those begin folded. */
  stood: (id: string) => boolean;
  changeRow: <List extends Lists>(list: List, at: number, changed: Partial<RowOf<List>>) => void;
  addRow: <List extends Lists>(list: List, row: RowOf<List>) => void;
  removeRow: (list: Lists, at: number) => void;
};

const Given = createContext<Tools | null>(null);

type Props = Pick<PlanForm, "update" | "patch"> & {
  choices: PlanChoices;
  base: Plan | null;
  children: ReactNode;
};

/** What every row of the plan needs to change itself; stable, so that typing in one row leaves the others alone. */
export function PlanTools({ update, patch, choices, base, children }: Props) {
  const tools = useMemo((): Tools => {
    const standing = new Set([
      ...(base?.phases ?? []).map(({ id }) => id),
      ...(base?.deployments ?? []).map(({ id }) => id),
      ...(base?.participations ?? []).map(({ countryCode }) => countryCode),
      ...(base?.organisations ?? []).map(({ organisationId }) => organisationId),
    ]);
    const rows = (list: Lists, change: (rows: readonly unknown[]) => unknown[]) =>
      update((plan) => ({ ...plan, [list]: change(plan[list]) }));
    return {
      update,
      patch,
      choices,
      stood: (id) => standing.has(id),
      changeRow: (list, at, changed) =>
        rows(list, (all) =>
          all.map((row, place) => (place === at ? { ...(row as object), ...changed } : row)),
        ),
      addRow: (list, row) => rows(list, (all) => [...all, row]),
      removeRow: (list, at) => rows(list, (all) => all.filter((_, place) => place !== at)),
    };
  }, [update, patch, choices, base]);
  return <Given value={tools}>{children}</Given>;
}

export function usePlanTools(): Tools {
  const tools = useContext(Given);
  if (tools === null) throw new Error("a part of the plan outside its form");
  return tools;
}

/** Whether something in this row is refused. */
export const isWrong = (errors: PlanErrors, path: string): boolean =>
  Object.keys(errors).some((key) => key.startsWith(`${path}.`));

const ARABIC = "٠١٢٣٤٥٦٧٨٩";
const latinDigits = (typed: string) => typed.replace(/[٠-٩]/g, (digit) => String(ARABIC.indexOf(digit)));

type Bound<Row> = { row: Row; path: string; errors: PlanErrors; change: (changed: Partial<Row>) => void };

/** Binds the fields of a row: empty is null where nothing need stand, "" where something must. */
export function bindFields<Row extends object>({ row, path, errors, change }: Bound<Row>) {
  type Name = keyof Row & string;
  const key = (name: Name) => (path === "" ? name : `${path}.${name}`);
  const set = (name: Name, value: unknown) => change({ [name]: value } as Partial<Row>);
  const said = (name: Name) => ({ error: errors[key(name)], "data-path": key(name) });
  type Typed = ChangeEvent<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>;
  return {
    line: (name: Name) => ({
      ...said(name),
      value: row[name] as string,
      onChange: (event: Typed) => set(name, event.currentTarget.value),
    }),
    text: (name: Name) => ({
      ...said(name),
      value: (row[name] as string | null) ?? "",
      onChange: (event: Typed) => set(name, event.currentTarget.value || null),
    }),
    day: (name: Name) => ({
      ...said(name),
      value: row[name] as string | null,
      onChange: (value: string) => set(name, value || null),
    }),
    /** A year or an edition: digits, and no thousands. */
    digits: (name: Name) => ({
      ...said(name),
      inputMode: "numeric" as const,
      maxLength: 4,
      value: row[name] === null ? "" : String(row[name]),
      onChange: (event: Typed) => {
        const typed = latinDigits(event.currentTarget.value);
        if (/^\d{0,4}$/.test(typed)) set(name, typed === "" ? null : Number(typed));
      },
    }),
    search: (name: Name) => ({
      ...said(name),
      value: row[name] as string | null,
      onChange: (value: string | null) => set(name, value),
    }),
  };
}
