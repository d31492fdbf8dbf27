"use client";

import { MultiSelect, NativeSelect, Select } from "@mantine/core";
import type { MultiSelectProps, NativeSelectProps, SelectProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { fieldLook } from "./field-look.ts";

/** The device's own list: best on a phone and for up to about thirty choices. */
export function SelectField(props: NativeSelectProps) {
  return <NativeSelect {...fieldLook} {...props} />;
}

/** A list one can type into: countries, border points. */
export function SearchSelectField(props: SelectProps) {
  const t = useTranslations("shell.form");
  return (
    <Select
      {...fieldLook}
      searchable
      nothingFoundMessage={t("nothingFound")}
      placeholder={t("choose")}
      clearButtonProps={{ "aria-label": t("clear") }}
      {...props}
    />
  );
}

/** Several of a list, such as the countries of an operation. */
export function MultiSelectField(props: MultiSelectProps) {
  const t = useTranslations("shell.form");
  return (
    <MultiSelect
      {...fieldLook}
      searchable
      nothingFoundMessage={t("nothingFound")}
      clearButtonProps={{ "aria-label": t("clear") }}
      {...props}
    />
  );
}
