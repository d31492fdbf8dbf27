export type Waiting = {
  filing: { owing: readonly { missing: readonly string[] }[]; queries: readonly unknown[] } | null;
  asked: { total: number } | null;
  matches: { ours: number } | null;
  review: { returns: { submitted: number }; mine: boolean } | null;
  questions: { results: readonly unknown[]; attendance: readonly unknown[] } | null;
  unreviewed: { counts: readonly { kind: string; count: number }[]; mine: boolean } | null;
  administration: { waitingForMe: number } | null;
};

/** How much waits for the reader behind each item of the navigation, and in all. Replies of others are not the reader's to give. */
export function countWaiting(waiting: Waiting) {
  const { filing, asked, matches, review, questions, unreviewed, administration } = waiting;
  const log = filing?.owing.reduce((sum, { missing }) => sum + missing.length, 0) ?? 0;
  const returns = (review?.mine ? review.returns.submitted : 0) + (filing?.queries.length ?? 0);
  const cases = (filing === null ? 0 : (matches?.ours ?? 0)) + (asked?.total ?? 0);
  const people = administration?.waitingForMe ?? 0;
  const toValidate = unreviewed?.mine ? unreviewed.counts : [];
  const sum = (counts: typeof toValidate) => counts.reduce((all, { count }) => all + count, 0);
  const of = (kept: (kind: string) => boolean) => sum(toValidate.filter(({ kind }) => kept(kind)));
  const results = of((kind) => kind !== "attendance") + (questions?.results.length ?? 0);
  const training = of((kind) => kind === "attendance") + (questions?.attendance.length ?? 0);
  const today = log + returns + cases + results + training + people;
  return { log, returns, matches: cases, results, training, people, today };
}
