import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page } from "#components/layout/page.tsx";
import { SessionForm } from "#features/training/components/session-form.tsx";
import type { Search } from "#features/training/schema.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training.form");
  return { title: t("title") };
}

const openChoices = (exercise: boolean) => orNotFound(caller().training.planChoices({ exercise }));

export default async function NewTrainingPage({ searchParams }: { searchParams: Promise<Search> }) {
  const exercise = (await searchParams).exercise === "1";
  const t = await getTranslations("training");
  const choices = await openChoices(exercise);
  getQueryClient().setQueryData(trpc.training.planChoices.queryKey({ exercise }), choices);
  return (
    <HydrateClient>
      <Page width="narrow">
        <PageHeader
          title={t("form.title")}
          lead={t("form.lead")}
          exercise={exercise}
          crumbs={[{ label: t("title"), href: "/training" }, { label: t("plan") }]}
        />
        <SessionForm exercise={exercise} />
      </Page>
    </HydrateClient>
  );
}
