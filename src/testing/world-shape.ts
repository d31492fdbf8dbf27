/** A small generator of chance whose seed a failing test prints. */
export function chance(seed: number) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    next,
    maybe: (share: number) => next() < share,
    pick: <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)]!,
    some: <T>(items: readonly T[], share = 0.5): T[] => items.filter(() => next() < share),
  };
}
export type Chance = ReturnType<typeof chance>;

export type Row = { id: string; country: string; operation: string };
export type World = {
  operations: { id: string; published: boolean; draft: boolean; countries: string[] }[];
  points: { id: string; country: string; operations: string[] }[];
  results: Record<ResultTable, Row[]>;
  requests: { id: string; asking: string; asked: string; operation: string }[];
};

export const RESULT_TABLES = [
  "daily_return",
  "return_line",
  "match",
  "match_event",
  "outcome",
  "arrest",
  "people_outcome",
  "seizure",
  "review_remark",
] as const;
export type ResultTable = (typeof RESULT_TABLES)[number];

export const COUNTRIES = ["KE", "PE", "DK", "RW", "IT"];
