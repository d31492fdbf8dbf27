"use client";

import { NativeSelect } from "@mantine/core";
import type { MultiSelectProps, NativeSelectProps, SelectProps } from "@mantine/core";
import { useTranslations } from "next-intl";
import { lazy } from "react";
import { fieldLook } from "./field-look.ts";
import { FieldToCome } from "./field-to-come.tsx";
import { untilLoaded } from "./until-loaded.ts";

const SearchChoice = lazy(() =>
  untilLoaded(async () => ({ default: (await import("./rich-choice.tsx")).SearchChoice })),
);
const MultiChoice = lazy(() =>
  untilLoaded(async () => ({ default: (await import("./rich-choice.tsx")).MultiChoice })),
);

/** The device's own list: best on a phone and for up to about thirty choices. */
export function SelectField(props: NativeSelectProps) {
  return <NativeSelect {...fieldLook} {...props} />;
}

/** A list one can type into: countries, border points. */
export function SearchSelectField(given: SelectProps) {
  const t = useTranslations("shell.form");
  const props: SelectProps = {
    nothingFoundMessage: t("nothingFound"),
    placeholder: t("choose"),
    clearButtonProps: { "aria-label": t("clear") },
    ...given,
  };
  return (
    <FieldToCome asked={props} chosen={props.value ? [props.value] : []}>
      <SearchChoice {...props} />
    </FieldToCome>
  );
}

/** Several of a list, such as the countries of an operation. */
export function MultiSelectField(given: MultiSelectProps) {
  const t = useTranslations("shell.form");
  const props: MultiSelectProps = {
    nothingFoundMessage: t("nothingFound"),
    clearButtonProps: { "aria-label": t("clear") },
    ...given,
  };
  return (
    <FieldToCome asked={props} chosen={props.value ?? []}>
      <MultiChoice {...props} />
    </FieldToCome>
  );
}
