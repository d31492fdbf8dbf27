"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Chip } from "#components/layout/chip.tsx";
import { Known } from "#components/form/known.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { AccessCard, AccessHidden } from "./access-card.tsx";
import { LegacyCard } from "./legacy-card.tsx";
import { PointDeployments } from "./point-deployments.tsx";
import { PointFacts } from "./point-facts.tsx";
import type { Point } from "./point-types.ts";
import { VolumesCard } from "./volumes-card.tsx";

/** One border point: what it is, the access it was given, what is left of it, and who was here. */
export function PointView({ id, history }: { id: string; history: ReactNode }) {
  const t = useTranslations("points");
  const trpc = useTRPC();
  const exercise = useExercise();
  const read = useQuery(trpc.points.get.queryOptions({ id, exercise }));
  return (
    <Known query={read} title={t("title")} waiting={<SkeletonLines lines={10} />}>
      {(point) => (
        <>
          <PointHead point={point} exercise={exercise} />
          <Stack>
            <Columns split="7-5">
              <Stack>
                {point.may.readAccess ? <AccessCard point={point} /> : <AccessHidden />}
                {point.may.readAccess && <LegacyCard point={point} />}
                {point.may.readAccess && <VolumesCard point={point} />}
              </Stack>
              <Stack>
                <PointFacts point={point} />
                <PointDeployments point={point} />
                {history}
              </Stack>
            </Columns>
          </Stack>
        </>
      )}
    </Known>
  );
}

function PointHead({ point, exercise }: { point: Point; exercise: boolean }) {
  const t = useTranslations("points");
  const terms = useTranslations("terms.borderPointKind");
  const locale = useLocale();
  return (
    <PageHeader
      title={<bdi>{point.name}</bdi>}
      crumbs={[{ label: t("title"), href: "/points" }, { label: point.code }]}
      exercise={exercise}
      lead={`${terms(point.kind)} · ${countryName(point.countryCode, locale)}`}
      chips={point.retiredAt && <Chip tone="late">{t("facts.retired")}</Chip>}
    />
  );
}
