import { getLocale, getTranslations } from "next-intl/server";
import { SummaryPaper } from "#features/summary/components/summary-paper.tsx";
import { readSummarySearch, type Search } from "#features/summary/schema.ts";
import { caller, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

export async function generateMetadata() {
  const t = await getTranslations("summary.paper");
  return { title: t("title") };
}

export default async function PrintedSummaryPage({ searchParams }: { searchParams: Promise<Search> }) {
  const { filter } = readSummarySearch(await searchParams);
  const { bucket: _, ...chosen } = filter;
  const { from: _from, to: _to, ...now } = chosen;
  const { name } = await caller().people.me();
  const { operator } = await caller().people.about({ locale: await getLocale() });
  await Promise.all([
    prefetch(trpc.summary.totals.queryOptions(filter)),
    prefetch(trpc.summary.cuts.queryOptions(chosen)),
    prefetch(trpc.summary.published.queryOptions(chosen)),
    prefetch(trpc.summary.open.queryOptions(now)),
  ]);
  return (
    <HydrateClient>
      <SummaryPaper filter={filter} reader={name} operator={operator} />
    </HydrateClient>
  );
}
