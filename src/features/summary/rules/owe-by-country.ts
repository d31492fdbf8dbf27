import type { Measure } from "#generated/prisma/enums.ts";
import type { LocalDate } from "#lib/period.ts";
import type { Openness } from "./list-asks.ts";

type Point = Openness["points"][number] & { days: number };
type Waiting = { country: string; measure: Measure; unit: string; total: number };
export type Owing = Omit<Openness, "points"> & { points: readonly Point[]; waiting: readonly Waiting[] };

/** What one country owes: its points, its NCB as reviewer, its reporters, and its NCB as the one asked. */
export type Owed = {
  country: string;
  points: { id: string; name: string; days: number }[];
  missing: number;
  submitted: number;
  submittedSince: LocalDate | null;
  queried: number;
  queriedSince: LocalDate | null;
  waiting: { measure: Measure; unit: string; total: number }[];
  replies: number;
  repliesSince: Date | null;
};

/** By country in the order of codes, not of size: who owes most is nobody's business here. */
export function oweByCountry({ points, reviews, replies, waiting }: Owing): Owed[] {
  const codes = new Set([
    ...points.map(({ country }) => country),
    ...reviews.map(({ country }) => country),
    ...waiting.map(({ country }) => country),
    ...replies.map(({ asked }) => asked),
  ]);
  return [...codes].sort().map((country) => {
    const own = points.filter((point) => point.country === country);
    const review = reviews.find((row) => row.country === country);
    const reply = replies.find(({ asked }) => asked === country);
    return {
      country,
      points: own.map(({ id, name, days }) => ({ id, name, days })),
      missing: own.reduce((sum, { days }) => sum + days, 0),
      submitted: review?.submitted ?? 0,
      submittedSince: review?.submittedSince ?? null,
      queried: review?.queried ?? 0,
      queriedSince: review?.queriedSince ?? null,
      waiting: waiting.filter((row) => row.country === country).map(({ country: _, ...row }) => row),
      replies: reply?.waiting ?? 0,
      repliesSince: reply?.since ?? null,
    };
  });
}

/** The same as sums: returns to review and queried with the oldest local day, and days missing by country. */
export function sumOpen({ reviews, points }: Pick<Owing, "reviews" | "points">) {
  const sum = (pick: (row: Owing["reviews"][number]) => number) =>
    reviews.reduce((all, row) => all + pick(row), 0);
  const oldest = (days: (LocalDate | null)[]) => days.filter((day) => day !== null).toSorted()[0] ?? null;
  const missing = [...Map.groupBy(points, ({ country }) => country)].map(([country, own]) => ({
    country,
    points: own.length,
    days: own.reduce((all, { days }) => all + days, 0),
  }));
  return {
    returns: {
      submitted: sum(({ submitted }) => submitted),
      queried: sum(({ queried }) => queried),
      submittedSince: oldest(reviews.map(({ submittedSince }) => submittedSince)),
      queriedSince: oldest(reviews.map(({ queriedSince }) => queriedSince)),
    },
    missing,
  };
}
