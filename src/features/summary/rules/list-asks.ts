import { addDays, type LocalDate } from "#lib/period.ts";

/** What leadership can decide or ask for, in the order in which it is said. */
export const ASKS = ["replies", "silent", "suspended", "queries", "validation"] as const;
export type AskKind = (typeof ASKS)[number];

/** A reply, an answer or a review is asked for after this many hours, and after as many days for local days. */
export const PATIENCE_HOURS = 72;
export const PATIENCE_DAYS = 3;
/** A point is silent when this many operational days in a row are over without a return. */
export const SILENT_DAYS = 2;

/** Who is asked, how much for, and since which day. */
export type AskItem = {
  country: string;
  point: { id: string; name: string } | null;
  count: number;
  since: LocalDate;
};
export type Ask = { kind: AskKind; items: AskItem[] };

export type Openness = {
  now: Date;
  today: LocalDate;
  replies: readonly { asked: string; waiting: number; since: Date }[];
  points: readonly { country: string; id: string; name: string; silentSince: LocalDate; silent: number }[];
  suspended: readonly { country: string; id: string; name: string; since: LocalDate }[];
  reviews: readonly {
    country: string;
    submitted: number;
    submittedSince: LocalDate | null;
    queried: number;
    queriedSince: LocalDate | null;
  }[];
};

/** What is asked, from what is open. Each is a fact with its date; countries and points stand in the order of their names. */
export function listAsks({ now, today, replies, points, suspended, reviews }: Openness): Ask[] {
  const late = now.getTime() - PATIENCE_HOURS * 3_600_000;
  const lateDay = addDays(today, -PATIENCE_DAYS);
  const asks: Record<AskKind, AskItem[]> = {
    replies: replies
      .filter(({ since }) => since.getTime() < late)
      .map(({ asked, waiting, since }) => ({
        country: asked,
        point: null,
        count: waiting,
        since: since.toISOString().slice(0, 10),
      })),
    silent: points
      .filter(({ silent }) => silent >= SILENT_DAYS)
      .map(({ country, id, name, silent, silentSince }) => ({
        country,
        point: { id, name },
        count: silent,
        since: silentSince,
      })),
    suspended: suspended.map(({ country, id, name, since }) => ({
      country,
      point: { id, name },
      count: 1,
      since,
    })),
    queries: reviews.flatMap(({ country, queried, queriedSince }) => oldest(country, queried, queriedSince)),
    validation: reviews.flatMap(({ country, submitted, submittedSince }) =>
      oldest(country, submitted, submittedSince),
    ),
  };
  function oldest(country: string, count: number, since: LocalDate | null): AskItem[] {
    return since !== null && since < lateDay ? [{ country, point: null, count, since }] : [];
  }
  return ASKS.flatMap((kind) => (asks[kind].length > 0 ? [{ kind, items: asks[kind] }] : []));
}
