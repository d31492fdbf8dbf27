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
    // What is not there when the page is printed would be missing on paper; for one operation they follow its id.
    ...(filter.operation || filter.programme ? [] : legacyOf(filter)),
  ]);
  return (
    <HydrateClient>
      <SummaryPaper filter={filter} reader={name} operator={operator} />
    </HydrateClient>
  );
}

function legacyOf({ exercise, country, from, to }: ReturnType<typeof readSummarySearch>["filter"]) {
  return [
    prefetch(trpc.training.trained.queryOptions({ exercise, country, from, to })),
    prefetch(trpc.points.accessTotals.queryOptions({ exercise, ...(country ? { country } : {}) })),
  ];
}
