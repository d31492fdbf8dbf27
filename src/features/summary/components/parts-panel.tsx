"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useCan } from "#access/use-can.tsx";
import { ActionLink } from "#components/form/action-button.tsx";
import { Known } from "#components/form/known.tsx";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { Card } from "#components/layout/card.tsx";
import { Icon } from "#components/layout/icons.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import type { Opened, SummaryFilter } from "../schema.ts";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import styles from "./summary.module.css";

type Props = { filter: SummaryFilter; open: Opened; totals: RouterOutputs["summary"]["totals"] };

/** What one number is made of, as far as the reader's role goes: parts by operation, country and month, and the way to the records. */
export function PartsPanel({ filter, open, totals }: Props) {
  const t = useTranslations("summary");
  const trpc = useTRPC();
  const words = useMeasureWords();
  const { href } = useUrlFilter();
  const { bucket: _, ...chosen } = filter;
  const read = useQuery({
    ...trpc.summary.parts.queryOptions({ ...chosen, ...open }),
    placeholderData: keepPreviousData,
  });
  return (
    <div id="parts" className="not-on-paper">
      <Card
        title={t("partsOf", { what: words(open.measure, open.unit) })}
        action={
          <WorldLink href={href({ open: null })} scroll={false} aria-label={t("closeParts")}>
            <Icon name="close" size={16} />
          </WorldLink>
        }
      >
        <Known query={read} waiting={<SkeletonLines lines={4} />}>
          {(parts) => <Parts parts={parts} label={words(open.measure, open.unit)} />}
        </Known>
        <RecordsLink filter={filter} open={open} totals={totals} />
      </Card>
    </div>
  );
}

function Parts({ parts, label }: { parts: RouterOutputs["summary"]["parts"]; label: string }) {
  const t = useTranslations("summary");
  const format = useFormatter();
  const locale = useLocale();
  const columns = [
    { header: t("operation") },
    ...(parts.byOperationOnly ? [] : [{ header: t("filter.country") }, { header: t("month") }]),
    { header: label, align: "end" as const },
  ];
  const rows = parts.rows.map(({ operation, country, month, validated, preliminary }) => ({
    key: [operation?.slug, country, month].join(),
    cells: [
      operation && (
        <WorldLink key="o" href={`/operations/${operation.slug}`}>
          {operation.codename}
        </WorldLink>
      ),
      ...(parts.byOperationOnly
        ? []
        : [country && countryName(country, locale), month && format.dateTime(new Date(month), "month")]),
      <ShownCell key="n" validated={validated} preliminary={preliminary} />,
    ],
  }));
  if (rows.length === 0) return <p>{t("noParts")}</p>;
  return (
    <div className={styles.parts}>
      <SimpleTable label={t("partsOf", { what: label })} columns={columns} rows={rows} />
      {parts.more && <p>{t("moreParts")}</p>}
    </div>
  );
}

/** The list pages with the same choice, for those whose role reads records. */
function RecordsLink({ filter, open, totals }: Props) {
  const t = useTranslations("summary");
  const can = useCan();
  const { country, from, to, operation } = filter;
  const query = (own: Record<string, string | undefined>) =>
    new URLSearchParams(
      Object.entries({ ...own, country, from, to }).flatMap(([name, value]) =>
        value ? [[name, value]] : [],
      ),
    ).toString();
  const operationId = operation && totals.operations.find(({ slug }) => slug === operation)?.id;
  const matches = ["matches", "confirmed_matches", "outcomes"].includes(open.measure);
  if (matches && can("match:read"))
    return (
      <ActionLink look="plain" href={`/matches?${query({ queue: "all", operation })}`}>
        {t("toMatches")}
      </ActionLink>
    );
  if (open.measure === "checks" && can("return:read"))
    return (
      <ActionLink look="plain" href={`/returns?${query({ state: "all", operationId })}`}>
        {t("toReturns")}
      </ActionLink>
    );
  return null;
}
