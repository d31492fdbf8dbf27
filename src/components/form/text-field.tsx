"use client";

import { PasswordInput, TextInput } from "@mantine/core";
import type { PasswordInputProps, TextInputProps } from "@mantine/core";
import { fieldLook } from "./field-look.ts";

/** One line of text. Spread `form.getInputProps("name")` into it. */
export function TextField(props: TextInputProps) {
  return <TextInput {...fieldLook} {...props} />;
}

/** A password: it can be shown, and browsers may fill it. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput {...fieldLook} {...props} />;
}
