"use client";

import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useCan } from "#access/use-can.tsx";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { paired } from "#i18n/side-by-side.ts";
import { countryName } from "#lib/country.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useOpen } from "./asks-card.tsx";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./summary.module.css";

type Open = NonNullable<RouterOutputs["summary"]["open"]>;
type Owed = Open["owed"][number];

/** Who owes what now, country by country in the order of their names: a list to act on, not to rank by. */
export function OwedTable({ filter }: { filter: SummaryFilter }) {
  const t = useTranslations("summary");
  const format = useFormatter();
  const moment = (at: Date) => format.dateTime(at, "momentZone", { timeZone: "UTC" });
  return (
    <Known query={useOpen(filter)} title={t("owed.title")} waiting={<SkeletonLines lines={4} />}>
      {(open) =>
        open && (
          <Card title={t("owed.title")} note={t("open.asOf", { moment: moment(open.asOf) })}>
            <OwedRows open={open} />
          </Card>
        )
      }
    </Known>
  );
}

/** The rows by themselves, for the page and for paper. */
export function OwedRows({ open }: { open: Open }) {
  const t = useTranslations("summary");
  const locale = useLocale();
  const cellsOf = useOwedCells();
  const rows = open.owed
    .map((owed) => ({ owed, name: countryName(owed.country, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const columns = ["country", "missing", "queried", "waiting", "replies"] as const;
  if (rows.length === 0) return <p className={styles.calm}>{t("owed.none")}</p>;
  return (
    <SimpleTable
      stacked
      label={t("owed.title")}
      columns={columns.map((name) => ({ header: t(`owed.${name}`) }))}
      rows={[
        ...rows.map(({ owed, name }) => ({ key: owed.country, cells: [name, ...cellsOf(owed)] })),
        { key: "all", emphasis: true, cells: [t("owed.total"), ...sumsOf(open)] },
      ]}
    />
  );

  function sumsOf({ owed, returns, replies }: Open): string[] {
    return [
      t("owed.days", { count: owed.reduce((sum, { missing }) => sum + missing, 0) }),
      t("owed.returns", { count: returns.queried }),
      t("owed.returns", { count: returns.submitted }),
      t("owed.matches", { count: replies.reduce((sum, { waiting }) => sum + waiting, 0) }),
    ];
  }
}

/** The cells of one country; each opens to its rows where the reader's role goes that far. */
function useOwedCells() {
  const t = useTranslations("summary.owed");
  const format = useFormatter();
  const locale = useLocale();
  const words = useMeasureWords();
  const can = useCan();
  const day = (date: string | Date) => format.dateTime(new Date(date), "day");
  const returns = (state: string, country: string) =>
    can("return:read") ? `/returns?${new URLSearchParams({ state, country })}` : null;
  return ({ country, points, missing, ...owed }: Owed): ReactNode[] => [
    <OwedCell
      key="m"
      count={missing}
      words={t("days", { count: missing })}
      more={points.map(({ name, days }) => t("point", { name, days: t("days", { count: days }) }))}
      href={returns("missing", country)}
    />,
    <OwedCell
      key="q"
      count={owed.queried}
      words={t("returns", { count: owed.queried })}
      more={owed.queriedSince ? [t("oldest", { date: day(owed.queriedSince) })] : []}
      href={returns("queried", country)}
    />,
    <OwedCell
      key="w"
      count={owed.submitted + owed.waiting.length}
      words={owed.submitted > 0 ? t("returns", { count: owed.submitted }) : null}
      more={[
        ...(owed.submittedSince ? [t("oldest", { date: day(owed.submittedSince) })] : []),
        ...owed.waiting.map(({ measure, unit, total }) =>
          paired(locale, words(measure, unit), format.number(total, "count")),
        ),
      ]}
      href={returns("submitted", country)}
    />,
    <OwedCell
      key="r"
      count={owed.replies}
      words={t("matches", { count: owed.replies })}
      more={owed.repliesSince ? [t("since", { date: day(owed.repliesSince) })] : []}
      href={can("match:read") ? `/matches?${new URLSearchParams({ queue: "reply" })}` : null}
    />,
  ];
}

type CellProps = { count: number; words: string | null; more: readonly string[]; href: string | null };

function OwedCell({ count, words, more, href }: CellProps) {
  const t = useTranslations("summary.owed");
  if (count === 0) return <span className={styles.quiet}>{t("nothing")}</span>;
  return (
    <span className={styles.lines}>
      {words !== null && (
        <span className={styles.whole}>{href ? <WorldLink href={href}>{words}</WorldLink> : words}</span>
      )}
      {more.length > 0 && <small>{more.join(" · ")}</small>}
    </span>
  );
}
