"use client";

import { useTranslations } from "next-intl";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useMeasureWords } from "./measure-words.ts";
import { ShownCell } from "./shown-cell.tsx";
import styles from "./summary.module.css";

type Cuts = RouterOutputs["summary"]["cuts"];
type Country = NonNullable<Cuts["countries"]>[number];
type Props = { countries: readonly (Country & { name: string })[]; windows: Cuts["windows"] };
type Side = "recent" | "before";
const SIDES: readonly Side[] = ["before", "recent"];

/** A country's last period beside the one before it: checks in the unit most are counted in, matches, and the returns they came from. */
export function CountryPast({ countries, windows }: Props) {
  const t = useTranslations("summary.cuts");
  const format = useFormatter();
  const words = useMeasureWords();
  const unit = mainUnit(countries);
  // A head of a narrow column breaks between two dates, after the dash.
  const day = (date: string) => format.dateTime(new Date(date), "dayMonth").replaceAll(" ", "\u00a0");
  const days = (side: Side) =>
    t("recent", { from: day(windows[side].from), to: day(windows[side].to) }).replace(" –", "\u00a0–");
  const whats = [
    ...(unit === null ? [] : [{ key: "checks", label: words("checks", unit) }]),
    { key: "matches", label: words("matches", "cases") },
    { key: "returns", label: t("returnsFiled") },
  ];
  const cell = (row: Country, key: string, side: Side) => {
    if (key === "returns") return format.number(row.returns[side], "count");
    if (row.returns[side] === 0) return "—";
    return (
      <PastCell
        key={`${key}${side}`}
        row={row}
        what={key}
        unit={key === "checks" ? unit : "cases"}
        side={side}
      />
    );
  };
  return (
    <>
      <p className={styles.over}>{t("past", { before: days("before"), recent: days("recent") })}</p>
      <SimpleTable
        label={t("past", { before: days("before"), recent: days("recent") })}
        columns={[
          { header: t("country") },
          ...whats.flatMap(({ label }) =>
            SIDES.map((side) => ({
              header: t("pastColumn", { what: label, days: days(side) }),
              align: "end" as const,
            })),
          ),
        ]}
        rows={countries.map((row) => ({
          key: row.country,
          cells: [row.name, ...whats.flatMap(({ key }) => SIDES.map((side) => cell(row, key, side)))],
        }))}
      />
    </>
  );
}

/** The unit in which most checks of all these countries were counted: one for the whole table, so that a row says what its head says. */
function mainUnit(countries: readonly Country[]): string | null {
  const sums = new Map<string, number>();
  for (const { measure, unit, recent, before } of countries.flatMap(({ past }) => past))
    if (measure === "checks") sums.set(unit, (sums.get(unit) ?? 0) + (recent ?? 0) + (before ?? 0));
  return [...sums].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

type CellProps = { row: Country; what: string; unit: string | null; side: Side };

/** Something was filed: where nothing was counted in it, that is none, and said so. */
function PastCell({ row, what, unit, side }: CellProps) {
  const held = row.past.filter((one) => one.measure === what && one.unit === unit);
  const sum = (validated: boolean) => held.find((one) => one.validated === validated)?.[side] ?? null;
  const [validated, preliminary] = [sum(true), sum(false)];
  if (validated === null && preliminary === null) return "0";
  return (
    <ShownCell
      validated={validated === null ? { form: "missing" } : { form: "count", value: validated }}
      preliminary={preliminary}
    />
  );
}
