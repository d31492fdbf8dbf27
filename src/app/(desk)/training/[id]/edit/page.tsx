import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Page } from "#components/layout/page.tsx";
import { SessionForm } from "#features/training/components/session-form.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("training.form");
  return { title: t("editTitle") };
}

const openSession = (id: string) => orNotFound(caller().training.get({ id }));

export default async function EditTrainingPage({ params }: Props) {
  const session = await openSession((await params).id);
  if (!session.may.edit) notFound();
  const t = await getTranslations("training");
  const { exercise } = session;
  await prefetch(trpc.training.planChoices.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page width="narrow">
        <PageHeader
          title={t("form.editTitle")}
          lead={session.title}
          exercise={exercise}
          crumbs={[
            { label: t("title"), href: "/training" },
            { label: session.title, href: `/training/${session.id}` },
          ]}
        />
        <SessionForm session={session} exercise={exercise} />
      </Page>
    </HydrateClient>
  );
}
