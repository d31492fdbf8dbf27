"use client";

import { useForm } from "@mantine/form";
import type { UseFormInput, UseFormReturnType } from "@mantine/form";
import type { z } from "zod";
import { useIssueSentence } from "./use-refusal.ts";
import type { Issue } from "./issue-message.ts";

type Options<Values extends object> = Omit<UseFormInput<Values>, "validate"> & { schema: z.ZodType };

/** A Mantine form that checks itself with the same schema as the wire and says so in the reader's language. */
export function useZodForm<Values extends object>({
  schema,
  ...options
}: Options<Values>): UseFormReturnType<Values> {
  const say = useIssueSentence();
  return useForm<Values>({
    ...options,
    validate: (values) => {
      const result = schema.safeParse(values);
      const errors: Record<string, string> = {};
      if (!result.success) {
        for (const issue of result.error.issues)
          errors[issue.path.join(".")] ??= say(issue as unknown as Issue);
      }
      return errors;
    },
  });
}
