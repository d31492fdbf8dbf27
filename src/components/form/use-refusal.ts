"use client";

import { useTranslations } from "next-intl";
import { issueMessage } from "./issue-message.ts";
import type { Issue } from "./issue-message.ts";
import { readError } from "./read-error.ts";

type Key = Parameters<ReturnType<typeof useTranslations<"errors">>>[0];

/** Says one Zod issue in the reader's language. */
export function useIssueSentence(): (issue: Issue) => string {
  const t = useTranslations("errors");
  return (issue) => {
    const { key, values } = issueMessage(issue);
    return t(`issue.${key}` as Key, values);
  };
}

export type Refusal = { sentence: string; fields: Record<string, string> };

/** A failed tRPC call in the reader's language: one sentence, and one a field (`"lines.0.count"`), ready for `form.setErrors`. */
export function useRefusal(): (error: unknown) => Refusal {
  const t = useTranslations("errors");
  const say = useIssueSentence();
  return (error) => {
    const refused = readError(error);
    const known = [refused.reason, refused.fallback, "server"].find((key) => isSentence(t, key)) ?? "server";
    const fields: Record<string, string> = {};
    for (const issue of refused.issues) fields[issue.path.join(".")] ??= say(issue);
    return { sentence: t(known as Key, refused.values), fields };
  };
}

function isSentence(t: ReturnType<typeof useTranslations<"errors">>, key: string): boolean {
  if (!t.has(key as Key)) return false;
  // Words alone, or words with places to fill in; anything else is a family of sentences.
  const found: unknown = t.raw(key as Key);
  return typeof found === "string" || Array.isArray(found);
}
