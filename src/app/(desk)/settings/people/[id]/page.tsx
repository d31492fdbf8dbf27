import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PersonDetail } from "#features/people/components/person-detail.tsx";
import { personInput } from "#features/people/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const asked = personInput.safeParse(await params);
  if (!asked.success) notFound();
  await Promise.all([
    prefetch(trpc.people.show.queryOptions(asked.data)),
    prefetch(trpc.people.me.queryOptions()),
  ]);
  return (
    <Page>
      <HydrateClient>
        <PersonDetail id={asked.data.id} />
      </HydrateClient>
    </Page>
  );
}
