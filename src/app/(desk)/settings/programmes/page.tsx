import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { ProgrammeList } from "#features/operations/components/programme-list.tsx";
import { programmeFilter } from "#features/operations/schema/programme.ts";
import { SettingsTabs } from "#features/people/components/settings-tabs.tsx";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProgrammesPage({ searchParams }: Props) {
  const { permissions } = await caller().people.me();
  if (!permissions.includes("operation:write")) notFound();
  const { text, page, ...world } = await searchParams;
  const exercise = world.exercise === "1";
  const asked = programmeFilter.safeParse({ text: text ?? "", exercise, page: Number(page ?? 1) });
  const filter = asked.success ? asked.data : programmeFilter.parse({ exercise });
  await prefetch(trpc.operations.programmes.queryOptions(filter));
  return (
    <Page>
      <SettingsTabs active="programmes">
        <HydrateClient>
          <ProgrammeList filter={filter} />
        </HydrateClient>
      </SettingsTabs>
    </Page>
  );
}
