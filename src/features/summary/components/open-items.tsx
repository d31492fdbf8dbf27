"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { Card } from "#components/layout/card.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import styles from "./summary.module.css";

type Open = NonNullable<RouterOutputs["summary"]["open"]>;

/** What is open as of now, whatever the period: returns owed, returns to review or queried, replies owed and since when. */
export function OpenItems({ filter }: { filter: SummaryFilter }) {
  const t = useTranslations("summary.open");
  const format = useFormatter();
  const trpc = useTRPC();
  const { bucket: _, from: _from, to: _to, ...chosen } = filter;
  const { data } = useQuery(trpc.summary.open.queryOptions(chosen));
  if (!data) return null;
  const moment = format.dateTime(data.asOf, "momentZone", { timeZone: "UTC" });
  return (
    <Card title={t("title")} note={t("asOf", { moment })}>
      <dl className={styles.open}>
        <ReturnItems open={data} country={filter.country} />
        <ReplyItem replies={data.replies} country={filter.country} />
      </dl>
    </Card>
  );
}

function ReturnItems({ open, country }: { open: Open; country: string | undefined }) {
  const t = useTranslations("summary.open");
  const format = useFormatter();
  const locale = useLocale();
  const { returns, missing } = open;
  const day = (date: string | null) =>
    date === null ? [] : [t("since", { date: format.dateTime(new Date(date), "day") })];
  const byCountry = missing.map(
    (row) => `${countryName(row.country, locale)} ${format.number(row.days, "count")}`,
  );
  const at = (state: string) => `/returns?${new URLSearchParams({ state, ...(country ? { country } : {}) })}`;
  const owed = missing.reduce((sum, { days }) => sum + days, 0);
  return (
    <>
      <Item label={t("missing")} count={owed} more={byCountry} href={at("missing")} />
      <Item
        label={t("submitted")}
        count={returns.submitted}
        more={day(returns.submittedSince)}
        href={at("submitted")}
      />
      <Item
        label={t("queried")}
        count={returns.queried}
        more={day(returns.queriedSince)}
        href={at("queried")}
      />
    </>
  );
}

function ReplyItem({ replies, country }: { replies: Open["replies"]; country: string | undefined }) {
  const t = useTranslations("summary.open");
  const format = useFormatter();
  const locale = useLocale();
  const can = useCan();
  const waiting = replies.reduce((sum, reply) => sum + reply.waiting, 0);
  const more = replies.map((reply) =>
    t("reply", {
      country: countryName(reply.asked, locale),
      count: format.number(reply.waiting, "count"),
      date: format.dateTime(reply.since, "day"),
    }),
  );
  const href = `/matches?${new URLSearchParams({ queue: "reply", ...(country ? { country } : {}) })}`;
  return <Item label={t("replies")} count={waiting} more={more} href={can("match:read") ? href : null} />;
}

type ItemProps = { label: string; count: number; more: readonly string[]; href: string | null };

/** A count that opens to its rows where the reader's role goes that far. */
function Item({ label, count, more, href }: ItemProps) {
  const t = useTranslations("summary.open");
  const format = useFormatter();
  const number = format.number(count, "count");
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <b>{href && count > 0 ? <WorldLink href={href}>{number}</WorldLink> : number}</b>
        {count === 0 && <span>{t("none")}</span>}
        {count > 0 && more.map((line) => <span key={line}>{line}</span>)}
      </dd>
    </div>
  );
}
