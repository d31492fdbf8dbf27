"use client";

import { TextInput } from "@mantine/core";
import type { ComboboxData, ComboboxGenericData, ComboboxItem, TextInputProps } from "@mantine/core";
import { Suspense } from "react";
import type { ReactNode } from "react";
import { fieldLook } from "./field-look.ts";
import { useInBrowser } from "./use-in-browser.ts";

type Look = Pick<
  TextInputProps,
  "label" | "description" | "placeholder" | "error" | "required" | "withAsterisk" | "size" | "w"
> & { "aria-label"?: string };
type Asked = Look & { data?: ComboboxData | ComboboxGenericData };
type Props = { asked: Asked; chosen: readonly string[]; children: ReactNode };

/** Until the code of a field has come: its label and what it holds, not to be pressed yet. */
export function FieldToCome({ asked, chosen, children }: Props) {
  const { data = [], label, description, placeholder, error, required, withAsterisk, size, w } = asked;
  const look = { label, description, placeholder, error, required, withAsterisk, size, w };
  const here = useInBrowser();
  const waiting = (
    <TextInput
      {...fieldLook}
      {...defined(look)}
      aria-label={asked["aria-label"]}
      value={chosen.map((value) => labelOf(data, value)).join(", ")}
      disabled
      readOnly
    />
  );
  return here ? <Suspense fallback={waiting}>{children}</Suspense> : waiting;
}

function defined<Some extends object>(some: Some): Partial<Some> {
  return Object.fromEntries(Object.entries(some).filter(([, value]) => value !== undefined)) as Partial<Some>;
}

/** What a value is called among the choices; a value that is not offered stands for itself. */
function labelOf(data: ComboboxData | ComboboxGenericData, value: string): string {
  const choices = data.flatMap((item) => (typeof item === "object" && "group" in item ? item.items : [item]));
  const found = choices.find(
    (choice): choice is ComboboxItem =>
      typeof choice === "object" && "label" in choice && choice.value === value,
  );
  return found?.label ?? value;
}
