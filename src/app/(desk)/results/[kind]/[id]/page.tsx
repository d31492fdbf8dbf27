import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { cache } from "react";
import { Page } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { ResultDetails } from "#features/outcomes/components/result-details.tsx";
import { oneResult } from "#features/outcomes/schema/kinds.ts";
import { OnThisDevice } from "#features/returns/components/on-this-device.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

const ENTITIES = {
  arrest: "arrest",
  people: "people_outcome",
  seizure: "seizure",
  outcome: "outcome",
} as const;
type Props = { params: Promise<{ kind: string; id: string }> };

/** What a reader may not see is not found: the address does not tell the two apart. */
const openResult = cache(async (kind: string, id: string) => {
  const asked = oneResult.safeParse({ kind, id });
  if (!asked.success) notFound();
  return await orNotFound(caller().outcomes.get(asked.data));
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { kind, id } = await params;
  const result = await openResult(kind, id);
  const t = await getTranslations("outcomes.list");
  return { title: `${t(`kind.${result.kind}`)} · ${result.localDate}` };
}

export default async function ResultPage({ params }: Props) {
  const { kind, id } = await params;
  const result = await openResult(kind, id);
  const asked = { kind: result.kind, id: result.id };
  getQueryClient().setQueryData(trpc.outcomes.get.queryKey(asked), result);
  const history = { entity: ENTITIES[result.kind], id: result.id };
  await prefetch(trpc.audit.history.queryOptions(history));
  return (
    <HydrateClient>
      <Page>
        <ResultDetails
          {...asked}
          history={
            <>
              <OnThisDevice row={result.id} />
              <History {...history} timeZone={result.timeZone} />
            </>
          }
        />
      </Page>
    </HydrateClient>
  );
}
