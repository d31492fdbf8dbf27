"use client";

import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useJoined } from "#i18n/use-joined.ts";
import { Notice } from "../layout/notice.tsx";
import { useRefusal } from "./use-refusal.ts";

type Props = {
  /** The error of a tRPC call; nothing is shown for null. */
  error: unknown;
  /** The reader's names of the fields, by path; those without one are listed by their sentence alone. */
  labels?: Record<string, string>;
  /** A heading other than "Not saved". */
  title?: ReactNode;
  action?: ReactNode;
};

/** Says why a call was refused, what was kept and what to do. */
export function Refusal({ error, labels = {}, title, action }: Props) {
  const t = useTranslations("errors");
  const refusal = useRefusal();
  const { pair } = useJoined();
  if (!error) return null;
  const { sentence, fields } = refusal(error);
  const entries = Object.entries(fields);
  return (
    <Notice tone="late" title={title ?? t("heading")} action={action}>
      <p>
        {sentence} {title === undefined && t("kept")}
      </p>
      {entries.length > 0 && (
        <ul>
          {entries.map(([path, said]) => (
            <li key={path}>{labels[path] ? pair(labels[path], said) : said}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
