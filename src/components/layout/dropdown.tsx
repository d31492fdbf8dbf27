"use client";

import { useEffect, useId, useRef, useState } from "react";
import type { KeyboardEvent, ReactNode } from "react";
import styles from "./dropdown.module.css";
import { Icon } from "./icons.tsx";

type Props = { label: string; trigger: ReactNode; className?: string; children: ReactNode };

/** A button that opens a short list of choices: arrows move, Escape and a click elsewhere close it. */
export function Dropdown({ label, trigger, className, children }: Props) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (!open) return;
    choicesOf(place.current)[0]?.focus();
    const elsewhere = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
    };
  }, [open]);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") close();
    const moved = moveFocus(choicesOf(place.current), event.key);
    if (moved || event.key === "Escape") event.preventDefault();
  };
  return (
    <div ref={place} className={styles.place}>
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {trigger}
      </button>
      {open && (
        <div
          id={id}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          onClick={close}
          onKeyDown={press}
        >
          {children}
        </div>
      )}
    </div>
  );
}

type ChoiceProps = {
  icon?: ReactNode;
  checked?: boolean;
  lang?: string;
  onChoose: () => void;
  children: ReactNode;
};

/** One line of a Dropdown; with `checked` it is one of several of which one holds. */
export function DropdownChoice({ icon, checked, lang, onChoose, children }: ChoiceProps) {
  const kind =
    checked === undefined ? { role: "menuitem" } : { role: "menuitemradio", "aria-checked": checked };
  return (
    <button type="button" {...kind} tabIndex={-1} lang={lang} className={styles.choice} onClick={onChoose}>
      {icon}
      <span className={styles.words}>{children}</span>
      {checked && <Icon name="check" />}
    </button>
  );
}

/** Choices that belong together, under a few small words. */
export function DropdownGroup({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="group" aria-label={label} className={className}>
      <p className={styles.group} aria-hidden="true">
        {label}
      </p>
      {children}
    </div>
  );
}

function choicesOf(place: HTMLElement | null): HTMLElement[] {
  const all = place?.querySelectorAll<HTMLElement>("[role^=menuitem]") ?? [];
  return [...all].filter((choice) => choice.offsetParent !== null);
}

function moveFocus(choices: HTMLElement[], key: string): boolean {
  const at = choices.indexOf(document.activeElement as HTMLElement);
  const targets: Record<string, number> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: choices.length - 1,
  };
  const target = targets[key];
  if (target === undefined || choices.length === 0) return false;
  choices[(target + choices.length) % choices.length]?.focus();
  return true;
}
