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
export function SelectField({ data, ...props }: NativeSelectProps) {
  return (
    <NativeSelect {...fieldLook} data={data?.map((one) => inOwnDirection(one, props.value))} {...props} />
  );
}

type Offered = NonNullable<NativeSelectProps["data"]>[number];

/** What is chosen is cut at its own end: a name in Latin letters also in a form that reads from the right. */
function inOwnDirection(one: Offered, chosen: unknown): Offered {
  if (typeof one === "string" || !("value" in one) || one.value !== chosen) return one;
  return /[\u0590-\u08FF]/.test(one.label) ? one : Object.assign({ dir: "ltr" }, one);
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
    ...(!given.value?.length && { placeholder: t("choose") }),
    clearButtonProps: { "aria-label": t("clear") },
    ...given,
  };
  return (
    <FieldToCome asked={props} chosen={props.value ?? []}>
      <MultiChoice {...props} />
    </FieldToCome>
  );
}
