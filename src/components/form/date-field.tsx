"use client";

import { TextInput } from "@mantine/core";
import type { TextInputProps } from "@mantine/core";
import { useFormatter } from "#i18n/use-formatter.ts";
import { fieldLook } from "./field-look.ts";
import styles from "./field.module.css";

type Props = Omit<TextInputProps, "value" | "onChange" | "type" | "defaultValue"> & {
  /** A day as "2026-11-22", or a local moment as "2026-11-22T14:20" with `time`. */
  value?: string | null;
  onChange?: (value: string) => void;
  time?: boolean;
};

/** The device's own calendar; the day is repeated in words, because 04/05 is read in two ways. */
export function DateField({ value, onChange, time, description, ...rest }: Props) {
  const format = useFormatter();
  const day = value ? new Date(`${value.slice(0, 10)}T00:00:00Z`) : null;
  const words =
    day && !Number.isNaN(day.getTime())
      ? format.dateTime(day, { dateStyle: "full", timeZone: "UTC", numberingSystem: "latn" })
      : null;
  return (
    <div>
      <TextInput
        {...fieldLook}
        description={description}
        {...rest}
        type={time ? "datetime-local" : "date"}
        value={value ?? ""}
        onChange={(event) => onChange?.(event.currentTarget.value)}
      />
      {words && <p className={styles.inWords}>{words}</p>}
    </div>
  );
}
