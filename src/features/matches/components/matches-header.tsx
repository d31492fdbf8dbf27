"use client";

import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";

export function MatchesHeader({ exercise }: { exercise: boolean }) {
  const t = useTranslations("matches");
  const can = useCan();
  return (
    <PageHeader
      title={t("title")}
      lead={t("lead")}
      exercise={exercise}
      action={
        can("match:record") && (
          <ActionLink look="primary" href="/log/match">
            {t("empty.record")}
          </ActionLink>
        )
      }
    />
  );
}
