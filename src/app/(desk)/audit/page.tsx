import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { AuditBoard } from "#features/audit/components/audit-board.tsx";
import { eventFilter } from "#features/audit/schema.ts";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("audit");
  return { title: t("title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Only for administrators: to others there is no such page. */
export default async function AuditPage({ searchParams }: Props) {
  const { permissions } = await caller().people.me();
  if (!permissions.includes("audit:read")) notFound();
  const { exercise: _, ...search } = await searchParams;
  const asked = eventFilter.safeParse(search);
  const filter = asked.success ? asked.data : {};
  await Promise.all([
    prefetch(trpc.audit.state.queryOptions()),
    prefetch(trpc.audit.choices.queryOptions()),
    prefetch(trpc.audit.events.queryOptions(filter)),
  ]);
  return (
    <Page width="wide">
      <HydrateClient>
        <AuditBoard filter={filter} />
      </HydrateClient>
    </Page>
  );
}
