"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Chip } from "#components/layout/chip.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Columns, Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { VisibleTo } from "#components/layout/visible-to.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import { PointDayActions } from "./point-day-actions.tsx";
import { PointDayLines } from "./point-day-lines.tsx";
import { PointDayMatches } from "./point-day-matches.tsx";
import { PointDayResults } from "./point-day-results.tsx";
import { Remarks } from "./remarks.tsx";
import type { PointDayData } from "./return-shapes.ts";
import { ReturnStateBadge } from "./return-state-badge.tsx";

/** One border point on one local day: its return, matches and outcomes on one screen, validated together or queried one by one. */
export function PointDay({ id }: { id: string }) {
  const t = useTranslations("returns.day");
  const trpc = useTRPC();
  const read = useQuery(trpc.returns.get.queryOptions({ id }));
  return (
    <Known query={read} title={t("cannotOpen")} waiting={<SkeletonBox height={480} />}>
      {(day) => (
        <Stack>
          <DayHeader day={day} />
          <DayNotices day={day} />
          <Columns>
            <PointDayLines day={day} />
            <Stack>
              <PointDayMatches day={day} />
              <PointDayResults day={day} />
            </Stack>
          </Columns>
        </Stack>
      )}
    </Known>
  );
}

function DayHeader({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const format = useFormatter();
  const locale = useLocale();
  const country = countryName(day.countryCode, locale);
  return (
    <PageHeader
      crumbs={[{ label: t("crumb"), href: "/returns" }, { label: t("receipt", { receipt: day.receipt }) }]}
      title={day.point.name}
      exercise={day.operation.exercise}
      lead={[
        country,
        day.operation.codename,
        format.dateTime(new Date(`${day.localDate}T00:00:00Z`), "dayLong"),
        t("localTime", { zone: day.timeZone }),
      ].join(" · ")}
      chips={
        <>
          <ReturnStateBadge state={day.review} />
          {day.interim && <Chip>{t("interim")}</Chip>}
          {day.offline && <Chip>{t("offline")}</Chip>}
          {day.late && <Chip>{t("late")}</Chip>}
          <VisibleTo who={[country]} />
        </>
      }
      action={<PointDayActions day={day} />}
    />
  );
}

function DayNotices({ day }: { day: PointDayData }) {
  const t = useTranslations("returns.day");
  const format = useFormatter();
  const at = (moment: Date) => format.dateTime(moment, "momentZone", { timeZone: day.timeZone });
  return (
    <>
      {day.supersededAt && (
        <Notice tone="late" title={t("superseded", { at: at(day.supersededAt) })}>
          {day.supersededBy && (
            <p>
              {t("because", { reason: day.supersededBy.reason ?? "" })}{" "}
              <WorldLink href={`/returns/${day.supersededBy.id}`}>{t("openNewer")}</WorldLink>
            </p>
          )}
        </Notice>
      )}
      {day.supersedes && (
        <Notice tone="plain" title={t("corrects")}>
          <p>
            {t("because", { reason: day.reason ?? "" })}{" "}
            <WorldLink href={`/returns/${day.supersedes.id}`}>{t("openOlder")}</WorldLink>
          </p>
        </Notice>
      )}
      {day.onBehalf && <Notice tone="plain">{t("onBehalf", { words: day.onBehalf })}</Notice>}
      {day.validatedAt && (
        <Notice tone="valid">
          {t(day.validatedOnBehalf ? "validatedByHeadquarters" : "validatedByNcb", {
            at: at(day.validatedAt),
          })}
        </Notice>
      )}
      <Remarks remarks={day.remarks} day={day} />
    </>
  );
}
