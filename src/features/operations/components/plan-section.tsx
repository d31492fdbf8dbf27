"use client";

import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import type { ReactNode } from "react";
import { ActionButton } from "#components/form/action-button.tsx";
import { SearchSelectField } from "#components/form/select-field.tsx";
import { Card } from "#components/layout/card.tsx";
import { Icon } from "#components/layout/icons.tsx";
import type { IconName } from "#components/layout/icons.tsx";
import styles from "./plan-form.module.css";

export const PLAN_SECTIONS = [
  "operation",
  "programmes",
  "countries",
  "phases",
  "points",
  "partners",
] as const;
export type PlanSectionName = (typeof PLAN_SECTIONS)[number];

/** One part of the plan with an address of its own. */
export function PlanSection({
  name,
  note,
  children,
}: {
  name: PlanSectionName;
  note?: string;
  children: ReactNode;
}) {
  const t = useTranslations("planning.section");
  return (
    <div id={name} className={styles.section}>
      <Card title={t(name)} {...(note && { note })}>
        {children}
      </Card>
    </div>
  );
}

type RowProps = { title: ReactNode; note?: ReactNode; actions: ReactNode; children?: ReactNode };

/** One row of a part: what it is about, its buttons, its fields. */
export function PlanRow({ title, note, actions, children }: RowProps) {
  return (
    <li className={styles.row}>
      <div className={styles.rowHead}>
        <h3>
          {title}
          {note && <small>{note}</small>}
        </h3>
        <div className={styles.rowActions}>{actions}</div>
      </div>
      {children}
    </li>
  );
}

type FoldedProps = RowProps & {
  /** What stood before begins folded; what is wrong is never folded. */
  folded: boolean;
  wrong: boolean;
};

/** A row that shows its fields when asked, so that twenty border points stay one screen. */
export function FoldedRow({ title, note, actions, children, folded, wrong }: FoldedProps) {
  const [open, setOpen] = useState(!folded);
  const shown = open || wrong;
  const id = useId();
  return (
    <li className={styles.row} data-folded={!shown || undefined}>
      <div className={styles.rowHead}>
        <h3>
          <button
            type="button"
            className={styles.fold}
            aria-expanded={shown}
            aria-controls={id}
            onClick={() => setOpen(!shown)}
          >
            <Icon name={shown ? "up" : "down"} size={14} />
            <span>
              {title}
              {note && <small>{note}</small>}
            </span>
          </button>
        </h3>
        <div className={styles.rowActions}>{actions}</div>
      </div>
      <div id={id} hidden={!shown}>
        {shown && children}
      </div>
    </li>
  );
}

/** A button of a row that is only a picture; its words are spoken. */
export function RowButton({
  icon,
  label,
  onClick,
  disabled,
}: {
  icon: IconName;
  label: string;
  onClick: () => void;
  disabled?: boolean;
}) {
  return (
    <ActionButton
      look="plain"
      compact
      aria-label={label}
      onClick={(event) => {
        if (icon === "close") keepPlace(event.currentTarget);
        onClick();
      }}
      disabled={disabled ?? false}
    >
      <Icon name={icon} />
    </ActionButton>
  );
}

/** Where a row leaves, the keyboard goes on at the row beside it, or where one is added. */
function keepPlace(button: HTMLElement): void {
  const row = button.closest("li");
  const beside = row?.nextElementSibling ?? row?.previousElementSibling;
  const next =
    beside?.querySelector<HTMLElement>("button, input") ??
    button.closest("section")?.querySelector<HTMLElement>("[data-add] input, [data-add] button");
  requestAnimationFrame(() => next?.focus());
}

type AddProps = {
  label: string;
  data: { value: string; label: string }[];
  onAdd: (value: string) => void;
  children?: ReactNode;
};

/** Adds what is chosen from a list, at once; the field is then ready for the next. */
export function AddFromList({ label, data, onAdd, children }: AddProps) {
  const [typed, setTyped] = useState("");
  return (
    <div className={styles.add} data-add>
      <SearchSelectField
        label={label}
        data={data}
        limit={80}
        value={null}
        searchValue={typed}
        onSearchChange={setTyped}
        onChange={(value) => {
          if (value === null) return;
          onAdd(value);
          setTyped("");
        }}
      />
      {children}
    </div>
  );
}
