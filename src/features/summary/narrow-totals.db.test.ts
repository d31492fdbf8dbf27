import { afterAll, beforeAll, expect, it } from "vitest";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant } from "#testing/factories.ts";
import { plantWorld } from "#testing/world.ts";
import { chance } from "#testing/world-shape.ts";

// Two roads to one number: totals by week and month where the period is open, totals by day where it begins within a week.
const OPEN = { exercise: false };
const FROM_A_TUESDAY = { exercise: false, from: "2020-01-07" };
let database: TestDatabase;
let stage: ReturnType<typeof cast>;

beforeAll(async () => {
  database = await freshDatabase();
  stage = cast(database);
  for (const seed of [1, 2, 3]) await plantWorld(stage.owner, chance(seed));
  // Half of it is validated, so that an observer has something to read.
  await plant(stage.owner, async (client) => {
    const half = "hashtext(id::text) % 2 = 0";
    await client.query(`UPDATE return_line SET review = 'validated' WHERE ${half}`);
    for (const table of ["match", "arrest", "people_outcome"])
      await client.query(
        `UPDATE ${table} SET review = 'validated', validated_by_id = gen_random_uuid(), validated_at = now() WHERE ${half}`,
      );
    for (const table of ["match", "arrest", "people_outcome"])
      await client.query(
        `UPDATE ${table} SET local_date = '2026-10-14' WHERE hashtext(id::text || 'october') % 3 = 0`,
      );
  });
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

type Plain = null | boolean | number | string | Plain[] | { [key: string]: Plain };
/** Lists in one order: neither road promises any. */
function inOneOrder(value: unknown): Plain {
  if (Array.isArray(value))
    return value.map(inOneOrder).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b), "en"));
  if (value === null || typeof value !== "object") return value as Plain;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, inOneOrder(held)]));
}
const equal = (one: unknown, other: unknown) => expect(inOneOrder(one)).toEqual(inOneOrder(other));

it.each([
  ["programme_manager", []],
  ["leadership", []],
  ["observer", []],
  ["liaison", ["KE"]],
] as const)("gives a %s the same sums by week and month as by day", async (role, countries) => {
  const { call } = await stage.as(role, { countries: [...countries] });
  for (const bucket of ["week", "month"] as const) {
    const narrow = await call.summary.totals({ ...OPEN, bucket });
    const byDay = await call.summary.totals({ ...FROM_A_TUESDAY, bucket });
    expect(narrow.totals.length).toBeGreaterThan(2);
    expect(narrow.counted).toEqual(byDay.counted);
    for (const part of ["totals", "byOperation", "trends"] as const) equal(narrow[part], byDay[part]);
  }
  const cuts = [await call.summary.cuts(OPEN), await call.summary.cuts(FROM_A_TUESDAY)];
  equal(cuts[0]?.countries, cuts[1]?.countries);
  equal(cuts[0]?.programmes, cuts[1]?.programmes);
  for (const asked of [
    { measure: "checks", unit: "documents" },
    { measure: "arrests", unit: "people" },
  ] as const)
    equal(
      await call.summary.parts({ ...OPEN, ...asked }),
      await call.summary.parts({ ...FROM_A_TUESDAY, ...asked }),
    );
  const places = [await call.situation.places(OPEN), await call.situation.places(FROM_A_TUESDAY)];
  equal(places[0]?.points, places[1]?.points);
  equal(places[0]?.countries, places[1]?.countries);
  // A jump in the player: October and November from totals by month, and the same days one by one.
  const months = await call.situation.before({ ...OPEN, before: "2026-12-05" });
  expect(months.sums.length).toBeGreaterThan(0);
  equal(months, await call.situation.before({ ...OPEN, from: "2026-10-02", before: "2026-11-20" }));
  equal(months, await call.situation.before({ ...OPEN, from: "2026-10-02", before: "2026-12-05" }));
});
