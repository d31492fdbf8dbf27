"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { usePathname } from "next/navigation";
import { Fragment, type ReactNode } from "react";
import { ActionLink } from "#components/form/action-button.tsx";
import { useInBrowser } from "#components/form/use-in-browser.ts";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Known } from "#components/form/known.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { isId } from "#lib/ids.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { Places } from "./result-draft.ts";

export type CitedMatch = RouterOutputs["outcomes"]["matchesToCite"][number];
type Props = {
  /** A form that may begin at the match one comes from. */
  cites?: boolean;
  children: (places: Places, from: CitedMatch | null) => ReactNode;
};

/** One of the forms of the log, once it is known where one may record. */
export function WhereToRecord({ cites = false, children }: Props) {
  const t = useTranslations("outcomes.sheet");
  const trpc = useTRPC();
  const exercise = useExercise();
  const path = usePathname();
  // What was begun is on this device, of which the server knows nothing: the form begins again where it can be read.
  const device = useInBrowser() ? "device" : "server";
  // One may come from a match, to record an arrest.
  const asked = useUrlFilter().get("match");
  const matchId = cites && asked !== null && isId(asked) ? asked : undefined;
  const places = useQuery(trpc.outcomes.places.queryOptions({ exercise }, { refetchOnWindowFocus: false }));
  const cited = useQuery({
    ...trpc.outcomes.matchesToCite.queryOptions({ matchId: matchId ?? null, exercise }),
    enabled: matchId !== undefined,
  });
  const citing = matchId !== undefined && cited.isLoading;
  const known = { data: citing ? undefined : places.data, error: places.error };
  return (
    <Known query={known} title={t("cannotOpen")} waiting={<SkeletonLines lines={6} />}>
      {([first, ...more]) =>
        first ? (
          <Fragment key={device}>
            {children([first, ...more], cited.data?.find(({ id }) => id === matchId) ?? null)}
          </Fragment>
        ) : (
          <EmptyState
            title={t("noPlaces")}
            action={!exercise && <ActionLink href={`${path}?exercise=1`}>{t("openExercise")}</ActionLink>}
          >
            {t("noPlacesText")}
          </EmptyState>
        )
      }
    </Known>
  );
}
