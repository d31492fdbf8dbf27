import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CloneOperation } from "#features/operations/components/clone-operation.tsx";
import { NewOperation } from "#features/operations/components/new-operation.tsx";
import { Page, Stack } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { readOperationSearch } from "#features/operations/schema.ts";
import type { Search } from "#features/operations/schema.ts";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("planning");
  return { title: t("new.title") };
}

/** The address is there for those who plan; for everyone else it is not. */
const openForm = (exercise: boolean) => orNotFound(caller().operations.planForm({ exercise }));

const dayNow = () => new Date().toISOString().slice(0, 10);

export default async function NewOperationPage({ searchParams }: { searchParams: Promise<Search> }) {
  const search = await searchParams;
  const { exercise } = readOperationSearch(search).choice;
  const from = [search.from].flat()[0];
  const t = await getTranslations("planning");
  getQueryClient().setQueryData(trpc.operations.planForm.queryKey({ exercise }), await openForm(exercise));
  if (from) await prefetch(trpc.operations.plan.queryOptions({ slug: from }));
  const crumbs = [{ label: t("operations"), href: "/operations" }];
  const today = dayNow();
  return (
    <HydrateClient>
      <Page>
        <PageHeader
          title={from ? t("clone.title") : t("new.title")}
          lead={from ? t("clone.lead") : t("new.lead")}
          crumbs={crumbs}
          exercise={exercise}
        />
        <Stack>
          {from ? (
            <CloneOperation slug={from} today={today} />
          ) : (
            <NewOperation exercise={exercise} today={today} />
          )}
        </Stack>
      </Page>
    </HydrateClient>
  );
}
