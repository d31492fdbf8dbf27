"use client";

import { MultiSelect, Select, TagsInput } from "@mantine/core";
import type { MultiSelectProps, SelectProps, TagsInputProps } from "@mantine/core";
import { fieldLook } from "./field-look.ts";

/** The lists one can type into, with the code that places and filters them: fetched once such a field is on the page. */
export function SearchChoice(props: SelectProps) {
  return <Select {...fieldLook} searchable selectFirstOptionOnChange {...props} />;
}

export function MultiChoice(props: MultiSelectProps) {
  return <MultiSelect {...fieldLook} searchable selectFirstOptionOnChange hidePickedOptions {...props} />;
}

export function TagsChoice(props: TagsInputProps) {
  return <TagsInput {...fieldLook} {...props} />;
}
