"use client";

import { MultiSelect, Select, TagsInput } from "@mantine/core";
import type { MultiSelectProps, SelectProps, TagsInputProps } from "@mantine/core";
import { fieldLook } from "./field-look.ts";
import styles from "./field.module.css";

const classNames = { ...fieldLook.classNames, pill: styles.pill };

/** The lists one can type into, with the code that places and filters them: fetched once such a field is on the page. */
export function SearchChoice(props: SelectProps) {
  return <Select {...fieldLook} searchable selectFirstOptionOnChange {...props} />;
}

export function MultiChoice(props: MultiSelectProps) {
  return (
    <MultiSelect
      {...fieldLook}
      classNames={classNames}
      searchable
      selectFirstOptionOnChange
      hidePickedOptions
      {...props}
    />
  );
}

export function TagsChoice(props: TagsInputProps) {
  return <TagsInput {...fieldLook} classNames={classNames} {...props} />;
}
