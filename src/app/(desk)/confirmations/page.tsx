import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { AnsweredSwitch } from "#features/matches/components/answered-switch.tsx";
import { ConfirmationList } from "#features/matches/components/confirmation-list.tsx";
import { MatchTabs } from "#features/matches/components/match-tabs.tsx";
import { readConfirmationFilter, type Search } from "#features/matches/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("matches");
  return { title: t("confirmations.title") };
}

export default async function ConfirmationsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const filter = readConfirmationFilter(await searchParams);
  const t = await getTranslations("matches");
  await Promise.all([
    prefetch(trpc.matches.confirmations.queryOptions(filter)),
    prefetch(trpc.matches.countConfirmations.queryOptions({ exercise: filter.exercise })),
  ]);
  return (
    <HydrateClient>
      <Page>
        <PageHeader
          title={t("confirmations.title")}
          lead={t("confirmations.lead")}
          exercise={filter.exercise}
        />
        <Stack>
          <MatchTabs active="confirmations" />
          <AnsweredSwitch answered={filter.answered} />
          <ConfirmationList filter={filter} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
