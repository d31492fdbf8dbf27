"use client";

import { TextInput } from "@mantine/core";
import type { TextInputProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFormatter } from "#i18n/use-formatter.ts";
import { fieldLook } from "./field-look.ts";
import styles from "./field.module.css";
import { parseCount } from "./parse-count.ts";
import { isReadTwoWays, parseDecimal } from "./parse-decimal.ts";

type Props = Omit<TextInputProps, "value" | "defaultValue" | "onChange" | "type"> & {
  value?: number | null;
  onChange?: (value: number | null) => void;
  /** Whole things are counted: "20,000" is twenty thousand. */
  counted?: boolean;
};

/** A quantity with up to three decimals, typed on a numeric keypad. Empty is null, never 0; what could be read in two ways is read back. */
export function DecimalField({ value, onChange, onBlur, error, description, counted, ...rest }: Props) {
  const format = useFormatter();
  const t = useTranslations();
  const [typed, setTyped] = useState<string | null>(null);
  const shown =
    value === null || value === undefined
      ? ""
      : format.number(value, { maximumFractionDigits: 3, useGrouping: false, numberingSystem: "latn" });
  const text = typed ?? shown;
  const readOne = (words: string) => (counted ? parseCount(words) : undefined) ?? parseDecimal(words);
  const twoWays = !counted && isReadTwoWays(text);
  const wrong = readOne(text) === undefined;
  const [whole = "", rest3 = ""] = text.trim().split(/[.,]/);
  return (
    <TextInput
      {...fieldLook}
      classNames={{ ...fieldLook.classNames, input: `${styles.input} ${styles.count}` }}
      placeholder="—"
      autoComplete="off"
      {...rest}
      inputMode="decimal"
      maxLength={20}
      value={text}
      description={
        twoWays
          ? t("shell.form.readAs", { whole, thousandths: rest3, together: `${whole}${rest3}` })
          : description
      }
      error={wrong ? t("errors.issue.not_a_quantity") : error}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        const read = readOne(event.currentTarget.value);
        if (read !== undefined) onChange?.(read);
      }}
      onBlur={(event) => {
        if (!wrong && !twoWays) setTyped(null);
        onBlur?.(event);
      }}
    />
  );
}
