"use client";

import { useId } from "react";
import type { ReactNode } from "react";
import styles from "./field.module.css";

export type Choice<Value extends string> = { value: Value; label: ReactNode; disabled?: boolean };

type Props<Value extends string> = {
  label: ReactNode;
  choices: readonly Choice<Value>[];
  value?: Value | null;
  onChange?: (value: Value) => void;
  description?: ReactNode;
  error?: ReactNode;
  /** The legend is read aloud but not shown. */
  quietLabel?: boolean;
  /** Choices fill the width: thumb reach on a phone. */
  grow?: boolean;
};

/** A few choices side by side, one tap each; radio buttons underneath, so arrows and screen readers work. */
export function Segmented<Value extends string>(props: Props<Value>) {
  const { label, choices, value, onChange, description, error, quietLabel, grow } = props;
  const name = useId();
  return (
    <fieldset
      className={styles.fieldset}
      aria-describedby={error ? `${name}-error` : undefined}
      data-wrong={error ? true : undefined}
    >
      <legend className={quietLabel ? "only-spoken" : styles.legend}>{label}</legend>
      {description && <p className={styles.description}>{description}</p>}
      <div className={styles.choices} data-grow={grow || undefined}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.choice}>
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              disabled={choice.disabled}
              onChange={() => onChange?.(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${name}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
