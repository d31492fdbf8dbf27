"use client";

import { useLocale, useTranslations } from "next-intl";
import { useUrlFilter } from "#components/form/use-url-filter.ts";
import { WorldLink } from "#components/layout/world-link.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import { useTotalColumns } from "./total-cells.tsx";
import styles from "./summary.module.css";

type Cuts = RouterOutputs["summary"]["cuts"];
type Country = NonNullable<Cuts["countries"]>[number];
type Side = "recent" | "before";

/** Each country with its totals and its own past, in the order of names: no rank, no colour, no other country beside it. */
export function CountryTotals({ cuts: { countries, windows } }: { cuts: Cuts }) {
  const t = useTranslations("summary.cuts");
  const locale = useLocale();
  const format = useFormatter();
  const { href } = useUrlFilter();
  const { columns, cellsOf } = useTotalColumns();
  if (countries === null) return <p className={styles.calm}>{t("noCountry")}</p>;
  const days = ({ from, to }: Cuts["windows"][Side]) => ({
    from: format.dateTime(new Date(from), "dayMonth"),
    to: format.dateTime(new Date(to), "dayMonth"),
  });
  const rows = countries
    .map((row) => ({ ...row, name: countryName(row.country, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale))
    .map((row) => ({
      key: row.country,
      cells: [
        <WorldLink key="name" href={href({ country: row.country, by: null })}>
          {row.name}
        </WorldLink>,
        ...cellsOf(row.totals, { country: row.country }),
        <PastCell key="before" row={row} side="before" />,
        <PastCell key="recent" row={row} side="recent" />,
      ],
    }));
  const past = [
    { header: t("before", days(windows.before)), align: "end" as const },
    { header: t("recent", days(windows.recent)), align: "end" as const },
  ];
  return (
    <>
      <SimpleTable
        label={t("country")}
        columns={[{ header: t("country") }, ...columns, ...past]}
        rows={rows}
      />
      <p className={styles.quiet}>{t("countryNote")}</p>
    </>
  );
}

/** One period of one country: returns filed, checks in the unit most are counted in, and matches. */
function PastCell({ row, side }: { row: Country; side: Side }) {
  const t = useTranslations("summary.cuts");
  const words = useMeasureWords();
  if (row.returns[side] === 0) return "—";
  const sum = (measure: string, unit: string, validated: boolean) =>
    row.past.find((one) => one.measure === measure && one.unit === unit && one.validated === validated)?.[
      side
    ] ?? null;
  const shown = (measure: "checks" | "matches", unit: string) => {
    const value = sum(measure, unit, true);
    return {
      validated: value === null ? ({ form: "missing" } as const) : ({ form: "count", value } as const),
      preliminary: sum(measure, unit, false),
    };
  };
  const checks = row.past
    .filter(({ measure }) => measure === "checks")
    .toSorted((a, b) => (b.recent ?? 0) + (b.before ?? 0) - ((a.recent ?? 0) + (a.before ?? 0)))[0];
  const matches = shown("matches", "cases");
  return (
    <span className={styles.lines}>
      {checks && (
        <span>
          <ShownCell {...shown("checks", checks.unit)} /> <small>{words("checks", checks.unit)}</small>
        </span>
      )}
      <span>
        {matches.validated.form === "missing" && matches.preliminary === null ? (
          "0"
        ) : (
          <ShownCell {...matches} />
        )}{" "}
        <small>{words("matches", "cases")}</small>
      </span>
      <small>{t("returns", { count: row.returns[side] })}</small>
    </span>
  );
}
