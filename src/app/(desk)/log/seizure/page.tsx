import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { LogSeizure } from "#features/outcomes/components/log-seizure.tsx";
import type { Search } from "#features/outcomes/schema/filter.ts";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("outcomes.seizure");
  return { title: t("title") };
}

export default async function RecordPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const exercise = search.exercise === "1";
  const t = await getTranslations("outcomes.seizure");
  await prefetch(trpc.outcomes.places.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page width="narrow">
        <PageHeader title={t("title")} lead={t("lead")} exercise={exercise} />
        <Stack>
          <LogSeizure />
          <OnThisDevice />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
