"use client";

import { PasswordInput } from "@mantine/core";
import type { PasswordInputProps } from "@mantine/core";
import { fieldLook } from "./field-look.ts";

/** A password: it can be shown, and browsers may fill it. */
export function PasswordField(props: PasswordInputProps) {
  return <PasswordInput {...fieldLook} {...props} />;
}
