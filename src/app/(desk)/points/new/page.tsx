import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { AddPointForm } from "#features/points/components/add-point-form.tsx";
import { NewPointHeader } from "#features/points/components/points-header.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("points.form");
  return { title: t("newTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function NewPointPage({ searchParams }: Props) {
  const exercise = (await searchParams).exercise === "1";
  const choices = await orNotFound(caller().points.choices({ exercise }));
  if (choices.writable.length === 0) notFound();
  getQueryClient().setQueryData(trpc.points.choices.queryKey({ exercise }), choices);
  return (
    <HydrateClient>
      <Page width="wide">
        <NewPointHeader exercise={exercise} />
        <AddPointForm />
      </Page>
    </HydrateClient>
  );
}
