"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useTRPC } from "#trpc/client.tsx";

export function PointsHeader({ exercise }: { exercise: boolean }) {
  const t = useTranslations("points");
  const may = useMayAdd(exercise);
  return (
    <PageHeader
      title={t("title")}
      lead={t("lead")}
      exercise={exercise}
      action={
        may && (
          <ActionLink look="primary" href="/points/new">
            {t("add")}
          </ActionLink>
        )
      }
    />
  );
}

export function NewPointHeader({ exercise }: { exercise: boolean }) {
  const t = useTranslations("points");
  return (
    <PageHeader
      title={t("form.newTitle")}
      crumbs={[{ label: t("title"), href: "/points" }, { label: t("add") }]}
      lead={t("form.newLead")}
      exercise={exercise}
    />
  );
}

/** Whether this reader may add a point somewhere. */
export function useMayAdd(exercise: boolean): boolean {
  const can = useCan();
  const trpc = useTRPC();
  const { data } = useQuery(trpc.points.choices.queryOptions({ exercise }));
  return can("point:write") && data !== undefined && data.writable.length > 0;
}
