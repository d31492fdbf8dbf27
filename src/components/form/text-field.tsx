"use client";

import { TextInput } from "@mantine/core";
import type { TextInputProps } from "@mantine/core";
import { fieldLook } from "./field-look.ts";

/** One line of text. Spread `form.getInputProps("name")` into it. */
export function TextField(props: TextInputProps) {
  return <TextInput {...fieldLook} {...props} />;
}
