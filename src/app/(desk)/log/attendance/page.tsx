import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { AttendanceLog } from "#features/training/components/attendance-log.tsx";
import type { Search } from "#features/training/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training.log");
  return { title: t("title") };
}

export default async function LogAttendancePage({ searchParams }: { searchParams: Promise<Search> }) {
  const exercise = (await searchParams).exercise === "1";
  const t = await getTranslations("training.log");
  await prefetch(trpc.training.recordable.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page width="narrow">
        <PageHeader title={t("title")} lead={t("lead")} exercise={exercise} />
        <Stack>
          <AttendanceLog />
          <OnThisDevice />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
