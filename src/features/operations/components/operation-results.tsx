"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Known } from "#components/form/known.tsx";
import { Card } from "#components/layout/card.tsx";
import { SkeletonLines } from "#components/layout/skeleton.tsx";
import { SimpleTable } from "#components/table/simple-table.tsx";
import { useFormatter } from "#i18n/use-formatter.ts";
import { countryName } from "#lib/country.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import styles from "./operation-page.module.css";
import { useTotalWords } from "./result-words.ts";
import { ShownCount } from "./shown-count.tsx";

type Total = RouterOutputs["operations"]["results"]["totals"][number];

/** Validated totals by country and measure, what is preliminary apart. */
export function OperationResults({ operationId }: { operationId: string }) {
  const t = useTranslations("operations.results");
  const trpc = useTRPC();
  const results = useQuery(trpc.operations.results.queryOptions({ operationId }));
  return (
    <Known query={results} title={t("title")} waiting={<SkeletonLines lines={8} />}>
      {(data) => {
        if (data.totals.length === 0)
          return (
            <Card title={t("title")}>
              <p className={styles.empty}>{t("empty")}</p>
            </Card>
          );
        const wide = data.totals.filter(({ measure }) => measure !== "seizures");
        const seized = data.totals.filter(({ measure }) => measure === "seizures");
        return (
          <>
            <CountryTable totals={wide} suppressed={data.suppressed} />
            {seized.length > 0 && <SeizureTable totals={seized} />}
          </>
        );
      }}
    </Known>
  );
}

function CountryTable({ totals, suppressed }: { totals: readonly Total[]; suppressed: boolean }) {
  const t = useTranslations("operations.results");
  const locale = useLocale();
  const words = useTotalWords();
  const codes = [...new Set(totals.flatMap(({ countries }) => countries.map(({ country }) => country)))];
  const names = codes
    .map((code) => ({ code, name: countryName(code, locale) }))
    .toSorted((a, b) => a.name.localeCompare(b.name, locale));
  const cellsOf = (code: string) =>
    totals.map((total) => {
      const cell = total.countries.find(({ country }) => country === code);
      return cell ? (
        <Cell key={`${total.measure}-${total.unit}`} shown={cell.shown} preliminary={cell.preliminary} />
      ) : (
        "—"
      );
    });
  return (
    <Card title={t("byCountry")} note={t("validated")}>
      <SimpleTable
        label={t("byCountry")}
        columns={[
          { header: t("country") },
          ...totals.map((total) => ({ header: words(total), align: "end" as const })),
        ]}
        rows={[
          ...names.map(({ code, name }) => ({ key: code, cells: [name, ...cellsOf(code)] })),
          {
            key: "total",
            emphasis: true,
            cells: [
              t("total"),
              ...totals.map((total) => (
                <Cell
                  key={`${total.measure}-${total.unit}`}
                  shown={total.total}
                  preliminary={total.preliminary}
                />
              )),
            ],
          },
        ]}
      />
      {totals.some(({ preliminary }) => preliminary > 0) && <p className={styles.note}>{t("plus")}</p>}
      {suppressed && <p className={styles.note}>{t("suppressed")}</p>}
    </Card>
  );
}

/** The words are spoken, or stand once below the table: in every cell they would widen each column by their length. */
function Cell({ shown, preliminary }: Pick<Total["countries"][number], "shown" | "preliminary">) {
  const t = useTranslations("shell.figure");
  const missing = shown.form === "missing";
  const count = useFormatter().number(preliminary, "decimal");
  return (
    <>
      {missing ? (
        <span className={styles.missing}>
          —<span className="only-spoken"> {t(preliminary > 0 ? "noneValidated" : "notReported")}</span>
        </span>
      ) : (
        <ShownCount shown={shown} />
      )}
      {preliminary > 0 && (
        <small className={styles.plus}>
          <span className="only-spoken">{t("preliminary", { count })}</span>
          <bdi dir="ltr" aria-hidden="true">
            +{count}
          </bdi>
        </small>
      )}
    </>
  );
}

function SeizureTable({ totals }: { totals: readonly Total[] }) {
  const t = useTranslations("operations.results");
  const terms = useTranslations("terms.measure");
  const what = useTranslations("outcomes.seizure");
  const words = useTotalWords();
  const format = useFormatter();
  return (
    <Card title={terms("seizures")}>
      <SimpleTable
        label={terms("seizures")}
        columns={[
          { header: what("commodity") },
          { header: t("number"), align: "end" },
          { header: t("preliminary"), align: "end" },
        ]}
        rows={totals.map((total) => ({
          key: total.unit,
          cells: [
            words(total),
            <ShownCount key="n" shown={total.total} />,
            total.preliminary > 0 ? format.number(total.preliminary, "decimal") : "—",
          ],
        }))}
      />
    </Card>
  );
}
