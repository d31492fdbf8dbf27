"use client";

import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import { useQuery } from "@tanstack/react-query";
import { useCan } from "#access/use-can.tsx";
import type { SummaryFilter } from "../schema.ts";
import styles from "./summary.module.css";

type Open = NonNullable<RouterOutputs["summary"]["open"]>;
type Ask = Open["asks"][number];
const FEW = 6;

/** What leadership can decide now, each with the fact it follows from and since when; derived by rules, never typed. */
export function AsksCard({ filter }: { filter: SummaryFilter }) {
  const t = useTranslations("summary.asks");
  return (
    <Known query={useOpen(filter)} title={t("title")} waiting={<SkeletonLines lines={4} />}>
      {(open) =>
        open && (
          <Card title={t("title")} note={t("note")}>
            <AskList asks={open.asks} />
          </Card>
        )
      }
    </Known>
  );
}

/** The asks by themselves, for the page and for paper. */
export function AskList({ asks }: { asks: readonly Ask[] }) {
  const t = useTranslations("summary.asks");
  if (asks.length === 0) return <p className={styles.calm}>{t("none")}</p>;
  return (
    <ul className={styles.asks}>
      {asks.map((ask) => (
        <OneAsk key={ask.kind} ask={ask} />
      ))}
    </ul>
  );
}

/** What is open whatever the period, as it is read; null for those who may not know it. */
export function useOpen(filter: SummaryFilter) {
  const trpc = useTRPC();
  const { bucket: _, from: _from, to: _to, ...chosen } = filter;
  return useQuery({ ...trpc.summary.open.queryOptions(chosen), refetchInterval: 60_000 });
}

function OneAsk({ ask }: { ask: Ask }) {
  const t = useTranslations("summary.asks");
  const hrefOf = useAskHref();
  const said = useAskWords();
  const items = ask.items.slice(0, FEW);
  return (
    <li>
      <b>{t(ask.kind)}</b>
      <ul>
        {items.map((item) => {
          const href = hrefOf(ask.kind, item);
          const words = said(ask.kind, item);
          return (
            <li key={`${item.country}:${item.point?.id}`}>
              {href ? <WorldLink href={href}>{words}</WorldLink> : words}
            </li>
          );
        })}
        {ask.items.length > FEW && <li>{t("more", { count: ask.items.length - FEW })}</li>}
      </ul>
      <p>{t(`decide.${ask.kind}`)}</p>
    </li>
  );
}

/** One ask in words: who, how much and since when. */
export function useAskWords() {
  const t = useTranslations("summary.asks.item");
  const format = useFormatter();
  const locale = useLocale();
  return (kind: Ask["kind"], { country, point, count, since }: Ask["items"][number]) =>
    t(kind, {
      country: countryName(country, locale),
      point: point?.name ?? "",
      count,
      date: format.dateTime(new Date(since), "day"),
    });
}

/** The rows behind an ask, where the reader's role goes that far. */
function useAskHref() {
  const can = useCan();
  return (kind: Ask["kind"], { country, point }: Ask["items"][number]): string | null => {
    const query = (values: Record<string, string>) => new URLSearchParams(values).toString();
    if (kind === "replies") return can("match:read") ? `/matches?${query({ queue: "reply" })}` : null;
    if (kind === "suspended") return point ? `/points/${point.id}` : null;
    const state = { silent: "missing", queries: "queried", validation: "submitted" }[kind];
    return can("return:read") ? `/returns?${query({ state, country })}` : null;
  };
}
