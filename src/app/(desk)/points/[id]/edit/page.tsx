import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { RevisePointForm } from "#features/points/components/revise-point-form.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("points.facts");
  return { title: t("edit") };
}

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

export default async function EditPointPage({ params, searchParams }: Props) {
  const { id } = await params;
  const exercise = (await searchParams).exercise === "1";
  const point = await orNotFound(caller().points.get({ id, exercise }));
  if (!point.may.write) notFound();
  getQueryClient().setQueryData(trpc.points.get.queryKey({ id, exercise }), point);
  return (
    <HydrateClient>
      <Page width="wide">
        <RevisePointForm id={id} />
      </Page>
    </HydrateClient>
  );
}
