"use client";

import { TextInput } from "@mantine/core";
import type { TextInputProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { flushSync } from "react-dom";
import { useFormatter } from "#i18n/use-formatter.ts";
import { fieldLook } from "./field-look.ts";
import styles from "./field.module.css";
import { parseCount } from "./parse-count.ts";

type Props = Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "type"> & {
  value?: number | null;
  onChange?: (value: number | null) => void;
};

/** A whole number, typed on a numeric keypad. Empty is null (not reported), never 0. */
export function CountField({ value, onChange, onBlur, onFocus, error, ...rest }: Props) {
  const format = useFormatter();
  const t = useTranslations("errors.issue");
  const [typed, setTyped] = useState<string | null>(null);
  const shown = value === null || value === undefined ? "" : format.number(value, "count");
  const wrong = typed !== null && parseCount(typed) === undefined;
  return (
    <TextInput
      {...fieldLook}
      classNames={{ ...fieldLook.classNames, input: `${styles.input} ${styles.count}` }}
      placeholder="—"
      autoComplete="off"
      {...rest}
      inputMode="numeric"
      maxLength={16}
      value={typed ?? shown}
      error={wrong ? t("not_a_number") : error}
      onFocus={(event) => {
        const field = event.currentTarget;
        // What could not be read waits as typed: a refusal that leads here must not erase it.
        if (!wrong) flushSync(() => setTyped(value === null || value === undefined ? "" : String(value)));
        // What is typed next replaces the number instead of being appended to it.
        field.select();
        onFocus?.(event);
      }}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const read = parseCount(text);
        if (read !== undefined) onChange?.(read);
      }}
      onBlur={(event) => {
        // What cannot be read stays as typed, with its refusal, instead of vanishing.
        if (!wrong) setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
