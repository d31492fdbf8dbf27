import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { cache } from "react";
import { EditOperation } from "#features/operations/components/edit-operation.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

type Props = { params: Promise<{ slug: string }> };

/** The address is there for those who plan the operation; for everyone else it is not. */
const openPlan = cache((slug: string) => orNotFound(caller().operations.plan({ slug })));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("planning");
  return { title: t("edit.titleOf", { name: (await openPlan((await params).slug)).plan.codename }) };
}

const dayNow = () => new Date().toISOString().slice(0, 10);

export default async function EditOperationPage({ params }: Props) {
  const { slug } = await params;
  const standing = await openPlan(slug);
  const t = await getTranslations("planning");
  const { exercise, plan } = standing;
  getQueryClient().setQueryData(trpc.operations.plan.queryKey({ slug }), standing);
  await prefetch(trpc.operations.planForm.queryOptions({ exercise }));
  return (
    <HydrateClient>
      <Page>
        <PageHeader
          title={t("edit.title")}
          lead={plan.codename}
          exercise={exercise}
          crumbs={[
            { label: t("operations"), href: "/operations" },
            { label: plan.codename, href: `/operations/${slug}?tab=plan` },
          ]}
        />
        <Stack>
          <EditOperation slug={slug} today={dayNow()} />
        </Stack>
      </Page>
    </HydrateClient>
  );
}
