export type Waiting = {
  filing: { owing: readonly { missing: readonly string[] }[]; queries: readonly unknown[] } | null;
  asked: { total: number } | null;
  matches: { ours: number } | null;
  review: { returns: { submitted: number }; mine: boolean } | null;
  administration: { waitingForMe: number } | null;
};

/** How much waits for the reader behind each item of the navigation, and in all. Replies of others are not the reader's to give. */
export function countWaiting({ filing, asked, matches, review, administration }: Waiting) {
  const log = filing?.owing.reduce((sum, { missing }) => sum + missing.length, 0) ?? 0;
  const returns = (review?.mine ? review.returns.submitted : 0) + (filing?.queries.length ?? 0);
  const cases = (filing === null ? 0 : (matches?.ours ?? 0)) + (asked?.total ?? 0);
  const people = administration?.waitingForMe ?? 0;
  return { log, returns, matches: cases, people, today: log + returns + cases + people };
}
