import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import type { Search } from "#features/outcomes/schema/filter.ts";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

type Kind = "arrest" | "people" | "seizure";
export type Asked = { searchParams: Promise<Search> };

export async function titleOf(kind: Kind) {
  const t = await getTranslations(`outcomes.${kind}`);
  return { title: t("title") };
}

/** The page of the log on which one kind of result is recorded; its form comes from the page itself, so that no other is loaded. */
export async function ResultPage({
  kind,
  searchParams,
  children,
}: Asked & { kind: Kind; children: ReactNode }) {
  const exercise = (await searchParams).exercise === "1";
  const t = await getTranslations(`outcomes.${kind}`);
  await prefetch(trpc.outcomes.places.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page width="narrow">
        <PageHeader title={t("title")} lead={t("lead")} exercise={exercise} />
        <Stack>
          {children}
          <OnThisDevice />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
