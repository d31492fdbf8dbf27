"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { SelectField } from "#components/form/select-field.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Stack } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import { useExercise } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { isLocalDate } from "#lib/period.ts";
import type { OutboxEntry } from "#offline/outbox.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { DayPicker } from "./day-picker.tsx";
import { FiledNotice } from "./filed-notice.tsx";
import { OnThisDevice } from "./on-this-device.tsx";
import { ReturnOfDay } from "./return-of-day.tsx";
import styles from "./return-form.module.css";

type Owed = RouterOutputs["returns"]["owed"][number];

/** The daily return: the points are listed already, the form opens on the earliest local day that is missing. */
export function ReturnLog() {
  const t = useTranslations("returns.log");
  const trpc = useTRPC();
  const exercise = useExercise();
  const read = useQuery(trpc.returns.owed.queryOptions({ exercise }));
  return (
    <Known query={read} title={t("title")} waiting={<SkeletonBox height={480} />}>
      {(owed) => <Opened owed={owed} exercise={exercise} />}
    </Known>
  );
}

function Opened({ owed, exercise }: { owed: readonly Owed[]; exercise: boolean }) {
  const t = useTranslations("returns.log");
  const { asked, ask } = useAsked();
  const [filed, setFiled] = useState<OutboxEntry | null>(null);
  const place = owed.find((row) => row.deploymentId === asked.deployment) ?? mostUrgent(owed);
  const day = asked.day ?? place?.missing[0] ?? place?.today ?? null;
  const go = (wanted: Asked) => {
    setFiled(null);
    ask(wanted);
  };
  if (!place || day === null)
    return (
      <Stack>
        <PageHeader title={t("title")} />
        <EmptyState
          title={t("nothingOwed")}
          action={!exercise && <ActionLink href="/log/return?exercise=1">{t("openExercise")}</ActionLink>}
        >
          {t("nothingOwedWhy")}
        </EmptyState>
      </Stack>
    );
  return (
    <div className={styles.log}>
      <PlaceHeader place={place} day={day} />
      {owed.length > 1 && (
        <PointPick
          owed={owed}
          chosen={place.deploymentId}
          onChoose={(deployment) => go({ deployment, day: null })}
        />
      )}
      <DayPicker
        place={place}
        day={day}
        onDay={(date) => go({ deployment: place.deploymentId, day: date })}
      />
      {filed && <FiledNotice entry={filed} />}
      <ReturnOfDay
        key={`${place.deploymentId}|${day}`}
        deploymentId={place.deploymentId}
        localDate={day}
        correct={asked.correct === true}
        onFiled={(entry) => {
          // Stays on the next missing day of this point, which the list knows once it is read again.
          const next = place.missing.find((date) => date !== day) ?? day;
          // What waits for the same day says so in the place of its form.
          setFiled(entry.state === "sent" || next !== day ? entry : null);
          ask({ deployment: place.deploymentId, day: next });
          window.scrollTo({ top: 0 });
        }}
      />
      <OnThisDevice />
    </div>
  );
}

type Asked = { deployment: string | null; day: string | null; correct?: boolean };

/** Point and day as the address says; a change is worth no round trip, so the address follows and nothing is fetched for it. */
function useAsked() {
  const { get, href } = useUrlFilter();
  const [asked, setAsked] = useState<Asked>(() => ({
    deployment: get("deployment"),
    day: isLocalDate(get("day")) ? get("day") : null,
    correct: get("correct") === "1",
  }));
  const ask = (wanted: Asked) => {
    setAsked(wanted);
    window.history.replaceState(
      null,
      "",
      href({ deployment: wanted.deployment, day: wanted.day, correct: null }),
    );
  };
  return { asked, ask };
}

function mostUrgent(owed: readonly Owed[]): Owed | undefined {
  return owed.toSorted((a, b) => (a.missing[0] ?? "9999").localeCompare(b.missing[0] ?? "9999"))[0];
}

function PlaceHeader({ place, day }: { place: Owed; day: string }) {
  const t = useTranslations("returns.log");
  const format = useFormatter();
  const locale = useLocale();
  const lead = [
    countryName(place.countryCode, locale),
    format.dateTime(new Date(`${day}T00:00:00Z`), "dayLong"),
    place.dayStartsAt === "00:00"
      ? t("localTime", { zone: place.timeZone })
      : t("operationalDay", { zone: place.timeZone, from: place.dayStartsAt }),
  ].join(" · ");
  return (
    <PageHeader
      crumbs={[{ label: t("crumb"), href: "/log" }, { label: t("title") }]}
      title={place.point.name}
      exercise={place.operation.exercise}
      lead={lead}
    />
  );
}

function PointPick({
  owed,
  chosen,
  onChoose,
}: {
  owed: readonly Owed[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  const t = useTranslations("returns.log");
  const several = new Set(owed.map((row) => row.operation.slug)).size > 1;
  return (
    <SelectField
      label={t("point")}
      value={chosen}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={owed.map((row) => ({
        value: row.deploymentId,
        label: [
          row.point.name,
          ...(several ? [row.operation.codename] : []),
          // Of the point that is chosen the days stand below.
          ...(row.deploymentId === chosen
            ? []
            : [row.missing.length > 0 ? t("daysMissing", { count: row.missing.length }) : t("upToDate")]),
        ].join(" · "),
      }))}
    />
  );
}
