"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Page } from "#components/layout/page.tsx";
import { useTRPC } from "#trpc/client.tsx";
import { NewsList } from "./news-list.tsx";

/** Every headline of the archive, also those of no single operation; nothing while there is none. */
export function AllNews() {
  const t = useTranslations("figures.news");
  const news = useQuery(useTRPC().figures.news.queryOptions());
  if (news.data?.length === 0 || (!news.data && !news.error)) return null;
  return (
    <Page width="wide">
      <Known query={news} title={t("all")} waiting={null}>
        {(read) => <NewsList news={read} title={t("all")} />}
      </Known>
    </Page>
  );
}
