import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Page } from "#components/layout/page.tsx";
import { EnterFigurePage } from "#features/figures/components/enter-figure-page.tsx";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";
import { openOperation } from "../../open-operation.ts";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("figures.form");
  return { title: t("newTitle") };
}

/** Only for whoever manages the operation: to others there is no such page. */
export default async function NewFigurePage({ params, searchParams }: Props) {
  const operation = await openOperation((await params).slug);
  const { question } = await searchParams;
  const operationId = operation.id;
  const { mayWrite } = await caller().figures.list({ operationId });
  if (!mayWrite) notFound();
  await Promise.all([
    prefetch(trpc.figures.list.queryOptions({ operationId })),
    prefetch(trpc.figures.choices.queryOptions({ operationId })),
  ]);
  return (
    <Page>
      <HydrateClient>
        <EnterFigurePage operation={operation} question={typeof question === "string" ? question : null} />
      </HydrateClient>
    </Page>
  );
}
