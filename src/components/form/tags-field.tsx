"use client";

import type { TagsInputProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { FieldToCome } from "./field-to-come.tsx";
import { untilLoaded } from "./until-loaded.ts";

const TagsChoice = lazy(() =>
  untilLoaded(async () => ({ default: (await import("./rich-choice.tsx")).TagsChoice })),
);

type Props = Omit<TagsInputProps, "data" | "value" | "onChange"> & {
  /** Keys that are offered; others may be typed. */
  data: readonly string[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  /** What a key is called; it is chosen and shown by this name. */
  words?: (key: string) => string;
};

/** Several words, offered or typed; Enter or a comma ends one. */
export function TagsField({ data, value, onChange, words = (key) => key, ...rest }: Props) {
  const t = useTranslations("shell.form");
  const keys = new Map([...data, ...value].map((key) => [words(key), key]));
  const props: TagsInputProps = {
    clearButtonProps: { "aria-label": t("clear") },
    ...rest,
    data: data.map(words),
    value: value.map(words),
    onChange: (chosen) => onChange(chosen.map((name) => keys.get(name) ?? name)),
  };
  return (
    <FieldToCome asked={props} chosen={value.map(words)}>
      <TagsChoice {...props} />
    </FieldToCome>
  );
}
