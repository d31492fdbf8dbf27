import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { daysBetween } from "#lib/period.ts";
import { listAsks, type Openness } from "./list-asks.ts";
import { oweByCountry, sumOpen, type Owing } from "./owe-by-country.ts";
import { windowsOf } from "./own-past.ts";
import { sumTrained } from "./sum-trained.ts";

const now = new Date("2026-11-22T10:00:00Z");
const hours = (count: number) => new Date(now.getTime() - count * 3_600_000);
const nothing: Openness = { now, today: "2026-11-22", replies: [], points: [], suspended: [], reviews: [] };
const review = { country: "KE", submitted: 0, submittedSince: null, queried: 0, queriedSince: null };

describe("what is asked", () => {
  test("is nothing while nothing is open", () => {
    expect(listAsks(nothing)).toEqual([]);
  });

  test("a reply is asked for after 72 hours, not before", () => {
    const replies = [
      { asked: "FJ", waiting: 2, since: hours(73) },
      { asked: "PL", waiting: 1, since: hours(71) },
    ];
    expect(listAsks({ ...nothing, replies })).toEqual([
      { kind: "replies", items: [{ country: "FJ", point: null, count: 2, since: "2026-11-19" }] },
    ]);
  });

  test("a point is silent after two days in a row, and a suspended access is always said", () => {
    const point = (silent: number) => ({
      country: "KE",
      id: `p${silent}`,
      name: "Namanga",
      silent,
      silentSince: "2026-11-20",
    });
    const suspended = [{ country: "BJ", id: "x", name: "Cotonou", since: "2026-11-16" }];
    expect(
      listAsks({ ...nothing, points: [point(1), point(2)], suspended }).map(({ kind, items }) => [
        kind,
        items.length,
      ]),
    ).toEqual([
      ["silent", 1],
      ["suspended", 1],
    ]);
  });

  test("queries and reviews are asked for after three days", () => {
    const reviews = [
      { ...review, queried: 1, queriedSince: "2026-11-18" },
      { ...review, country: "RW", submitted: 4, submittedSince: "2026-11-19" },
      { ...review, country: "BJ", submitted: 6, submittedSince: "2026-11-18" },
    ];
    expect(listAsks({ ...nothing, reviews })).toEqual([
      { kind: "queries", items: [{ country: "KE", point: null, count: 1, since: "2026-11-18" }] },
      { kind: "validation", items: [{ country: "BJ", point: null, count: 6, since: "2026-11-18" }] },
    ]);
  });
});

describe("who owes what", () => {
  const owing: Owing = {
    ...nothing,
    points: [
      { country: "KE", id: "a", name: "A", days: 2, silent: 1, silentSince: "2026-11-21" },
      { country: "KE", id: "b", name: "B", days: 1, silent: 0, silentSince: "2026-11-22" },
    ],
    reviews: [{ ...review, country: "BJ", submitted: 3, submittedSince: "2026-11-20" }],
    replies: [{ asked: "DK", waiting: 1, since: hours(5) }],
    waiting: [{ country: "KE", measure: "arrests", unit: "people", total: 2 }],
  };

  test("is told by country in the order of codes, never of size", () => {
    const owed = oweByCountry(owing);
    expect(owed.map(({ country }) => country)).toEqual(["BJ", "DK", "KE"]);
    expect(owed[2]).toMatchObject({
      missing: 3,
      submitted: 0,
      replies: 0,
      waiting: [{ measure: "arrests", total: 2 }],
    });
    expect(owed[1]).toMatchObject({ missing: 0, replies: 1, repliesSince: hours(5) });
  });

  test("adds up to what is open in all", () => {
    expect(sumOpen(owing)).toEqual({
      returns: { submitted: 3, queried: 0, submittedSince: "2026-11-20", queriedSince: null },
      missing: [{ country: "KE", points: 2, days: 3 }],
    });
  });
});

describe("a country's own past", () => {
  test("is two periods of one length, one right after the other, whatever is asked for", () => {
    const day = fc
      .date({ min: new Date("2000-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    const asked = fc.tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined }));
    fc.assert(
      fc.property(asked, ([from, to]) => {
        fc.pre(from === undefined || to === undefined || from <= to);
        const { recent, before } = windowsOf({ from, to }, "2026-11-22");
        expect(daysBetween(recent.from, recent.to)).toBe(daysBetween(before.from, before.to));
        expect(daysBetween(before.to, recent.from)).toBe(1);
        expect(recent.to).toBe(to ?? "2026-11-20");
      }),
      { seed: 20261122 },
    );
    expect(windowsOf({}, "2026-11-22")).toEqual({
      recent: { from: "2026-11-14", to: "2026-11-20" },
      before: { from: "2026-11-07", to: "2026-11-13" },
    });
  });
});

test("training of a programme is that of its operations, and what nobody reported is not zero", () => {
  const row = {
    held: 2,
    planned: 1,
    reported: 0,
    validated: null,
    preliminary: null,
    certified: null,
    certifiedPreliminary: null,
  };
  const rows = [
    { ...row, operation: { id: "a" } },
    { ...row, operation: { id: "b" }, reported: 2, preliminary: 30 },
    { ...row, operation: null },
  ];
  expect(sumTrained(rows, new Set(["a"]))).toMatchObject({ held: 2, validated: null, preliminary: null });
  expect(sumTrained(rows, new Set(["a", "b"]))).toMatchObject({ held: 4, reported: 2, preliminary: 30 });
});
