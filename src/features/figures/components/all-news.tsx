"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Page } from "#components/layout/page.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { NewsList } from "./news-list.tsx";

/** Every headline of the archive, also those of no single operation; nothing while there is none. */
export function AllNews() {
  const t = useTranslations("figures.news");
  const { data } = useQuery(useTRPC().figures.news.queryOptions());
  if (!data || data.length === 0) return null;
  return (
    <Page width="wide">
      <NewsList news={data} title={t("all")} />
    </Page>
  );
}
