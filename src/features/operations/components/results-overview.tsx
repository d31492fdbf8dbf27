"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { BarByDay } from "#components/charts/bar-by-day.tsx";
import { FunnelBars } from "#components/charts/funnel-bars.tsx";
import type { ChartColour } from "#components/charts/chart-colour.ts";
import { Figure } from "#components/figure.tsx";
import { Known } from "#components/form/known.tsx";
import { Card, FigureRow } from "#components/layout/card.tsx";
import { Columns } from "#components/layout/page.tsx";
import { SkeletonBox } from "#components/layout/skeleton.tsx";
import type { Measure } from "#lib/measure.ts";
import { useTRPC } from "#trpc/client.tsx";
import type { RouterOutputs } from "#trpc/client.tsx";
import { useTotalWords } from "./result-words.ts";
import { ShownCount } from "./shown-count.tsx";

type Results = RouterOutputs["operations"]["results"];
type Total = Results["totals"][number];
const HEADS: readonly (readonly [Measure, ChartColour])[] = [
  ["checks", "checks"],
  ["matches", "matches"],
  ["confirmed_matches", "confirmed"],
  ["arrests", "arrests"],
  ["victims_presumed", "victims"],
];
const STAGES: readonly (readonly [Measure, ChartColour | "accent"])[] = [
  ["checks", "checks"],
  ["matches", "matches"],
  ["confirmed_matches", "confirmed"],
  ["outcomes", "accent"],
  ["arrests", "arrests"],
];

const value = ({ total }: Total) => (total.form === "count" ? total.value : null);

/** Units of one measure are never added: the one counted most stands for it, the others are in the results. */
function mainOf(totals: readonly Total[], measure: Measure): Total | undefined {
  const size = (total: Total) => (value(total) ?? 0) + total.preliminary;
  return totals.filter((total) => total.measure === measure).toSorted((a, b) => size(b) - size(a))[0];
}

/** What was found so far: validated totals with what is preliminary apart, checks by local day, and the funnel. */
export function ResultsOverview({ operationId }: { operationId: string }) {
  const t = useTranslations("operations");
  const trpc = useTRPC();
  const results = useQuery(trpc.operations.results.queryOptions({ operationId }));
  return (
    <Known query={results} title={t("results.title")} waiting={<SkeletonBox height={320} />}>
      {(data) => {
        if (data.totals.length === 0) return null;
        return (
          <>
            <Heads totals={data.totals} />
            <Columns split="7-5">
              <ChecksByDay results={data} />
              <Funnel totals={data.totals} />
            </Columns>
          </>
        );
      }}
    </Known>
  );
}

function Heads({ totals }: { totals: readonly Total[] }) {
  const t = useTranslations("operations.results");
  const words = useTotalWords();
  return (
    <FigureRow label={t("title")}>
      {HEADS.flatMap(([measure, colour]) => {
        const total = mainOf(totals, measure);
        if (!total) return [];
        return [
          <Figure
            key={measure}
            value={value(total)}
            suppressed={total.total.form === "under"}
            unit={words(total)}
            status={t("validated")}
            colour={colour}
            preliminary={total.preliminary}
          />,
        ];
      })}
    </FigureRow>
  );
}

function ChecksByDay({ results: { totals, days } }: { results: Results }) {
  const t = useTranslations("operations.results");
  const words = useTotalWords();
  const main = mainOf(totals, "checks");
  if (!main || days.length === 0) return null;
  const shown = days.filter(({ measure, unit }) => measure === "checks" && unit === main.unit);
  const title = t("byDay", { unit: words(main) });
  return (
    <Card title={title} note={t("localDays")}>
      <BarByDay label={title} days={shown} colour="checks" />
    </Card>
  );
}

function Funnel({ totals }: { totals: readonly Total[] }) {
  const t = useTranslations("operations");
  const terms = useTranslations("terms");
  const words = useTotalWords();
  return (
    <Card title={terms("funnel.title")} note={t("results.validated")}>
      <FunnelBars
        label={terms("funnel.title")}
        note={terms("funnel.outcomesMeaning")}
        rows={STAGES.map(([measure, colour]) => {
          const total = mainOf(totals, measure);
          return {
            key: measure,
            label: words(total ?? { measure, unit: "" }),
            count: total ? value(total) : null,
            colour,
            ...(total && { said: <ShownCount shown={total.total} /> }),
          };
        })}
      />
    </Card>
  );
}
