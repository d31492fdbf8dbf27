import type { Metadata } from "next";
import { cache } from "react";
import { Page } from "#components/layout/page.tsx";
import { History } from "#features/audit/components/history.tsx";
import { PointView } from "#features/points/components/point-view.tsx";
import { orNotFound } from "#app/or-not-found.ts";
import { caller, getQueryClient, HydrateClient, prefetch, trpc } from "#trpc/server.tsx";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Search> };

/** What a reader may not see is not found: the address does not tell the two apart. */
const openPoint = cache((id: string, exercise: boolean) => orNotFound(caller().points.get({ id, exercise })));

const asked = async ({ params, searchParams }: Props) => ({
  id: (await params).id,
  exercise: (await searchParams).exercise === "1",
});

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { id, exercise } = await asked(props);
  return { title: (await openPoint(id, exercise)).name };
}

export default async function PointPage(props: Props) {
  const { id, exercise } = await asked(props);
  const point = await openPoint(id, exercise);
  getQueryClient().setQueryData(trpc.points.get.queryKey({ id, exercise }), point);
  const history = { entity: "border_point", id, exercise } as const;
  await Promise.all([
    ...(point.may.readAccess
      ? [
          prefetch(trpc.points.access.queryOptions({ id, exercise })),
          prefetch(trpc.points.legacy.queryOptions({ id, exercise })),
        ]
      : []),
    prefetch(trpc.audit.history.queryOptions(history)),
  ]);
  return (
    <HydrateClient>
      <Page>
        <PointView id={id} history={<History {...history} timeZone={point.timeZone} />} />
      </Page>
    </HydrateClient>
  );
}
