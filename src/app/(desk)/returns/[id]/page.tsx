import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { PointDay } from "#features/returns/components/point-day.tsx";
import { returnId } from "#features/returns/schema.ts";
import { HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("returns.day");
  return { title: t("title") };
}

export default async function ReturnPage({ params }: { params: Promise<{ id: string }> }) {
  const asked = returnId.safeParse(await params);
  if (!asked.success) notFound();
  await prefetch(trpc.returns.get.queryOptions(asked.data));
  return (
    <HydrateClient>
      <Page>
        <PointDay id={asked.data.id} />
      </Page>
    </HydrateClient>
  );
}
