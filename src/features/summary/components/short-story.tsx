"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "#components/layout/card.tsx";
import type { Measure } from "#generated/prisma/enums.ts";
import { useFormatter } from "#i18n/use-formatter.ts";
import { useTRPC, type RouterOutputs } from "#trpc/client.tsx";
import type { SummaryFilter } from "../schema.ts";
import { useMeasureWords } from "./measure-words.ts";
import styles from "./summary.module.css";

type Totals = RouterOutputs["summary"]["totals"];
type Total = Totals["totals"][number];
type Props = { totals: Totals; filter: SummaryFilter };

const CAME_OF_IT: readonly Measure[] = [
  "arrests",
  "victims_presumed",
  "victims_identified",
  "migrants_encountered",
  "missing_persons_located",
  "entries_denied",
  "documents_seized",
  "investigations_opened",
];
const isHidden = (total: Total | undefined) =>
  total !== undefined && ["under", "withheld"].includes(total.validated.form);
const exactly = (total: Total | undefined) => (total?.validated.form === "count" ? total.validated.value : 0);

/** What happened, where, and so what, in sentences: validated numbers first, what is not validated said by itself. */
export function ShortStory(props: Props) {
  const t = useTranslations("summary.story");
  const sentences = useStory(props);
  if (props.totals.totals.length === 0) return null;
  return (
    <Card title={t("title")}>
      <div className={styles.story}>
        {sentences.map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
    </Card>
  );
}

/** The sentences by themselves, for the page and for paper. */
export function useStory({ totals, filter }: Props): string[] {
  const t = useTranslations("summary.story");
  const format = useFormatter();
  const listed = useListed();
  const { bucket: _, ...chosen } = filter;
  const trpc = useTRPC();
  const { data: cuts } = useQuery(trpc.summary.cuts.queryOptions(chosen));
  const all = totals.totals;
  const of = (measure: Measure) => all.find((total) => total.measure === measure);
  const checks = all.filter((total) => total.measure === "checks" && exactly(total) > 0);
  const came = CAME_OF_IT.flatMap((measure) => all.filter((total) => total.measure === measure));
  const waiting = all.filter(
    ({ measure, preliminary }) =>
      (preliminary ?? 0) > 0 && (["checks", "matches"].includes(measure) || CAME_OF_IT.includes(measure)),
  );
  const day = (date: string) => format.dateTime(new Date(date), "day");
  const span = { from: filter.from ?? totals.counted?.from, to: filter.to ?? totals.counted?.to };
  const [matches, confirmed] = [of("matches"), of("confirmed_matches")];
  return [
    cuts?.countries && span.from && span.to
      ? t("where", { countries: cuts.countries.length, from: day(span.from), to: day(span.to) })
      : null,
    checks.length > 0 ? t("validated", { list: listed(checks, exactly) }) : null,
    matches?.validated.form === "count"
      ? isHidden(confirmed)
        ? t("matchesAlone", { matches: matches.validated.value })
        : t("matches", { matches: matches.validated.value, confirmed: exactly(confirmed) })
      : null,
    came.some((total) => exactly(total) > 0)
      ? t("results", {
          list: listed(
            came.filter((total) => exactly(total) > 0),
            exactly,
          ),
        })
      : null,
    waiting.length > 0
      ? t("waiting", { list: listed(waiting, ({ preliminary }) => preliminary ?? 0) })
      : null,
  ].filter((sentence) => sentence !== null);
}

/** "9 entries refused, 17 documents seized and 6 arrests", as the reader's language lists things. */
function useListed() {
  const t = useTranslations("summary.story");
  const format = useFormatter();
  const words = useMeasureWords();
  const list = new Intl.ListFormat(useLocale(), { type: "conjunction" });
  const item = ({ measure, unit }: Total, count: number) => {
    const one = `one.${measure}` as Parameters<typeof t.has>[0];
    return count === 1 && t.has(one)
      ? t(one as "one.arrests")
      : t("item", { count: format.number(count, "count"), what: words(measure, unit) });
  };
  return (totals: readonly Total[], count: (total: Total) => number) =>
    list.format(totals.map((total) => item(total, count(total))));
}
