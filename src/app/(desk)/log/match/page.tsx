import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { RecordMatchForm } from "#features/matches/components/record-match-form.tsx";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import type { Search } from "#features/matches/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("matches");
  return { title: t("form.title") };
}

export default async function RecordMatchPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const exercise = search.exercise === "1";
  const t = await getTranslations("matches");
  await prefetch(trpc.matches.posts.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page width="narrow">
        <PageHeader title={t("form.title")} lead={t("form.lead")} exercise={exercise} />
        <Stack>
          <RecordMatchForm deploymentId={[search.deployment].flat()[0]} />
          <OnThisDevice />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
