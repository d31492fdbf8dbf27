import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page, Stack } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { PointDay } from "#features/returns/components/point-day.tsx";
import { returnId } from "#features/returns/schema.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("returns.day");
  return { title: t("title") };
}

export default async function ReturnPage({ params }: { params: Promise<{ id: string }> }) {
  const asked = returnId.safeParse(await params);
  if (!asked.success) notFound();
  const history = { entity: "daily_return", id: asked.data.id } as const;
  const [day] = await Promise.all([
    orNotFound(caller().returns.get(asked.data)),
    prefetch(trpc.audit.history.queryOptions(history)),
  ]);
  getQueryClient().setQueryData(trpc.returns.get.queryKey(asked.data), day);
  return (
    <HydrateClient>
      <Page>
        <Stack>
          <PointDay id={asked.data.id} />
          <OnThisDevice row={asked.data.id} />
          <History {...history} timeZone={day.timeZone} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
