import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page, Stack } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { ProgrammeDetail } from "#features/operations/components/programme-detail.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("programmes");
  return { title: t("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProgrammePage({ params, searchParams }: Props) {
  const { id } = await params;
  const exercise = (await searchParams).exercise === "1";
  const { permissions } = await caller().people.me();
  if (!permissions.includes("operation:write")) notFound();
  const programme = await orNotFound(caller().operations.programme({ id, exercise }));
  getQueryClient().setQueryData(trpc.operations.programme.queryKey({ id, exercise }), programme);
  return (
    <Page>
      <HydrateClient>
        <Stack>
          <ProgrammeDetail id={id} />
          <History entity="programme" id={id} />
        </Stack>
      </HydrateClient>
    </Page>
  );
}
