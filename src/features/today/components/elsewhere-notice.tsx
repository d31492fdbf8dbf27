"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "#components/layout/notice.tsx";

/** What waits in the other world is said, so that nobody overlooks it; the two are never mixed. */
export function ElsewhereNotice({ exercise, count }: { exercise: boolean; count: number }) {
  const t = useTranslations("today.elsewhere");
  if (count === 0) return null;
  return (
    <Notice
      tone="plain"
      action={
        <Link prefetch={false} href={exercise ? "/" : "/?exercise=1"}>
          {t(exercise ? "toReal" : "toExercise")}
        </Link>
      }
    >
      {t(exercise ? "inReal" : "inExercise", { count })}
    </Notice>
  );
}
