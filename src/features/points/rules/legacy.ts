import { addDays, bucketsOf, monthOf, type LocalDate } from "#lib/period.ts";

/** Months are "YYYY-MM" and compare as text. */
export type Month = string;

export type Turn = {
  key: string;
  kind: "training" | "operation";
  name: string;
  from: LocalDate;
  to: LocalDate;
};
/** Months between two turns: from a training on, and from the month after an operation ended. */
export type Span = { after: Turn | null; before: Turn | null; months: Month[] };

/** Every month from the first to the last, both included; at most the latest 60. */
export function monthsBetween(first: Month, last: Month): Month[] {
  if (first > last) return [];
  const start = first < earliest(last) ? earliest(last) : first;
  return bucketsOf({ from: `${start}-01`, to: `${last}-01` }, "month").map(monthOf);
}

const NEAR_MONTHS = 3;

/** The months in which something is counted, and those of a turn shortly before or after, so that its mark stands in the chart. */
export function monthsAround(known: readonly Month[], turns: readonly Turn[]): Month[] {
  const [first, last] = [known.toSorted()[0], known.toSorted().at(-1)];
  if (!first || !last) return [];
  const from = shifted(first, -NEAR_MONTHS);
  const to = shifted(last, NEAR_MONTHS);
  const near = turns
    .map(({ kind, from: begun, to: ended }) => monthOf(kind === "training" ? begun : ended))
    .filter((month) => month >= from && month <= to);
  const all = [first, last, ...near].toSorted();
  return monthsBetween(all[0] ?? first, all.at(-1) ?? last);
}

const shifted = (month: Month, by: number): Month =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)) - 1 + by, 1)).toISOString().slice(0, 7);

const earliest = (last: Month): Month => `${Number(last.slice(0, 4)) - 5}${last.slice(4)}`;

/** First month that stands under a turn: that of the training, or the one after the operation's last day. */
export function startsIn({ kind, from, to }: Turn): Month {
  return kind === "training" ? monthOf(from) : monthOf(addDays(`${monthOf(to)}-01`, 32));
}

/** The months cut where a training was held and where an operation ended, in order; empty stretches are left out. */
export function spansOf(months: readonly Month[], turns: readonly Turn[]): Span[] {
  const ordered = turns.toSorted((a, b) => startsIn(a).localeCompare(startsIn(b)));
  const ends: (Turn | null)[] = [...ordered, null];
  return ends
    .map((before, index): Span => {
      const after = index === 0 ? null : (ordered[index - 1] ?? null);
      return {
        after,
        before,
        months: months.filter(
          (month) => (!after || month >= startsIn(after)) && (!before || month < startsIn(before)),
        ),
      };
    })
    .filter((span) => span.months.length > 0);
}

/** Mean of the months that are known, never of guesses; null when none is. */
export function meanOf(counts: readonly (number | null)[]): { mean: number | null; known: number } {
  const known = counts.filter((count) => count !== null);
  const sum = known.reduce((all, count) => all + count, 0);
  return { mean: known.length === 0 ? null : Math.round(sum / known.length), known: known.length };
}

export type Use = "used" | "unused" | "unknown" | "notYet";

/**
 * Whether access was used in a month: some source counted something; the server's own log says none; or nobody knows, also
 * where queries cannot be attributed. A return or an estimate of zero is not proof of no use.
 */
export function tellUse(
  counts: readonly { source: string; count: number | null }[],
  month: { month: Month; present: Month },
): Use {
  if (month.month >= month.present) return "notYet";
  if (counts.some(({ count }) => count !== null && count > 0)) return "used";
  const logged = counts.filter(({ source }) => source === "server_log");
  return logged.length > 0 && logged.every(({ count }) => count === 0) ? "unused" : "unknown";
}
