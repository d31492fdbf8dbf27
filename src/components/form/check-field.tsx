"use client";

import { Checkbox } from "@mantine/core";
import type { CheckboxProps } from "@mantine/core";

/** Yes or no. Spread `form.getInputProps("name", { type: "checkbox" })` into it. */
export function CheckField(props: CheckboxProps) {
  return <Checkbox size="sm" {...props} />;
}
