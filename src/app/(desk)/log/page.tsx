import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { LogChoice } from "#features/returns/components/log-choice.tsx";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { ExerciseNotice } from "#features/today/components/exercise-notice.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("returns.choice");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function LogPage({ searchParams }: Props) {
  const exercise = (await searchParams).exercise === "1";
  const t = await getTranslations("returns.choice");
  return (
    <Page width="narrow">
      <Stack>
        <PageHeader title={t("title")} lead={t("lead")} exercise={exercise} />
        <ExerciseNotice exercise={exercise} />
        <LogChoice />
        <OnThisDevice />
      </Stack>
    </Page>
  );
}
