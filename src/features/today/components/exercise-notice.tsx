"use client";

import { useQuery } from "@tanstack/react-query";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { ActionLink } from "#components/form/action-button.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { useTRPC } from "#trpc/client.tsx";

/** Is nothing real at work for this reader while the exercise is? Then an empty page would only puzzle. */
export function useOnlyExercise(exercise: boolean): boolean {
  const trpc = useTRPC();
  const { data } = useQuery({ ...trpc.today.worlds.queryOptions(), staleTime: 300_000 });
  return !exercise && data !== undefined && data.real === 0 && data.exercise > 0;
}

/** Says where the results are when the real world is empty for the reader, with one button to the same page of the exercise. */
export function ExerciseNotice({ exercise }: { exercise: boolean }) {
  const t = useTranslations("today.onlyExercise");
  const path = usePathname();
  if (!useOnlyExercise(exercise)) return null;
  return (
    <Notice
      tone="plain"
      title={t("title")}
      action={
        <ActionLink look="primary" href={`${path}?exercise=1`}>
          {t("go")}
        </ActionLink>
      }
    >
      {t("text")}
    </Notice>
  );
}
