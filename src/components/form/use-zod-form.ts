"use client";

import { useForm } from "@mantine/form";
import type { UseFormInput, UseFormReturnType } from "@mantine/form";
import { useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { untilLoaded } from "./until-loaded.ts";
import { useIssueSentence } from "./use-refusal.ts";
import type { Issue } from "./issue-message.ts";

type Schema = { safeParse: (values: unknown) => { error?: z.ZodError | undefined } };
/** A Zod schema, fetched once its form is on the page: nobody waits for the checks in order to see the form. */
export type Checks = () => Promise<Schema>;
type Options<Values extends object> = Omit<UseFormInput<Values>, "validate"> & {
  schema: Checks;
};

/**
 * A Mantine form that checks itself with the same schema as the wire and says so in the reader's language.
 * What is sent before the checks have come is sent once they have.
 */
export function useZodForm<Values extends object>({
  schema: load,
  ...options
}: Options<Values>): UseFormReturnType<Values> {
  const say = useIssueSentence();
  const checks = useRef<Schema>(null);
  const waits = useRef(false);
  // A form keeps the checks it began with; whoever shows another one gives it a key of its own.
  const [fetched] = useState(() => async () => (checks.current ??= await untilLoaded(load)));
  useEffect(() => void fetched(), [fetched]);
  const form = useForm<Values>({
    ...options,
    validate: (values) => {
      const result = checks.current?.safeParse(values);
      const errors: Record<string, string> = {};
      for (const issue of result?.error?.issues ?? [])
        errors[issue.path.join(".")] ??= say(asMissing(issue as unknown as Issue, values));
      return errors;
    },
  });
  const onSubmit: typeof form.onSubmit = (handle, refuse) => {
    return (event) => {
      const sheet = event?.currentTarget;
      const submit = form.onSubmit(handle, (...refused) => {
        refuse?.(...refused);
        if (sheet) requestAnimationFrame(() => showFirstWrong(sheet));
      });
      event?.preventDefault();
      if (checks.current) return submit(event);
      // Pressed again while the checks are still to come, it is sent once all the same.
      if (waits.current) return;
      waits.current = true;
      void fetched().then(() => {
        waits.current = false;
        submit();
      });
    };
  };
  return { ...form, onSubmit };
}

/** On a phone the field that was refused may stand above what is seen: the reader is led to it. */
function showFirstWrong(sheet: HTMLElement): void {
  const field = sheet.querySelector<HTMLElement>("[aria-invalid=true], fieldset[data-wrong] input:enabled");
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: "center" });
}

/** A field that was left empty is to be filled in; nothing in it is of a wrong form. */
function asMissing(issue: Issue, values: object): Issue {
  const [name, ...deeper] = issue.path;
  const empty = deeper.length === 0 && (values as Record<PropertyKey, unknown>)[name ?? ""] === "";
  return empty && issue.code !== "custom" ? { ...issue, code: "required" } : issue;
}
