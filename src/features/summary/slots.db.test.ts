import { afterAll, beforeAll, expect, it } from "vitest";
import { cast } from "#testing/actors.ts";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { plant, plantOperation, type PlantedOperation } from "#testing/factories.ts";

const NOW = new Date("2026-11-20T12:00:00Z");
let database: TestDatabase;
let stage: ReturnType<typeof cast>;
let planted: PlantedOperation;
let other: PlantedOperation;

beforeAll(async () => {
  database = await freshDatabase({ totalsByHand: true });
  stage = cast(database);
  planted = await plantOperation(stage.owner, { today: NOW });
  other = await plantOperation(stage.owner, { today: NOW });
  // Two at once recorded into two slots; what was withdrawn later came out of whichever was free.
  await plant(stage.owner, async (client) => {
    for (const [measure, unit, source, slots] of [
      ["arrests", "people", "", [3, -3]],
      ["checks", "documents", "sltd", [70, -20]],
      ["checks", "documents", "nominals", [5, -5]],
      ["matches", "cases", "sltd", [2, -2]],
    ] as const)
      for (const [slot, total] of slots.entries())
        await client.query(
          `INSERT INTO daily_total (operation_id, country_code, local_date, measure, unit, database, validated, slot, total)
           VALUES ($1, 'KE', '2026-11-18', $2::measure, $3, $4, true, $5, $6)`,
          [planted.id, measure, unit, source, slot, total],
        );
    await client.query(
      `INSERT INTO week_total (operation_id, country_code, local_date, measure, unit, validated, slot, total)
       SELECT operation_id, country_code, '2026-11-16', measure, unit, validated, slot, sum(total) FROM daily_total GROUP BY 1, 2, 4, 5, 6, 7`,
    );
  });
});
afterAll(async () => {
  await stage.close();
  await database.drop();
});

it("a total that came to nothing over several slots is missing as if it had never been, not none", async () => {
  const call = (await stage.as("leadership")).at(NOW);
  const filter = { operation: planted.slug };
  const measures = (totals: readonly { measure: string }[]) => totals.map(({ measure }) => measure);
  const summary = await call.summary.totals(filter);
  expect(measures(summary.totals)).toEqual(["checks"]);
  expect(summary.totals[0]?.validated).toEqual({ form: "count", value: 50 });
  expect(measures(summary.trends)).toEqual(["checks"]);
  const { programmes, countries } = await call.summary.cuts(filter);
  expect(programmes).toEqual([]);
  expect(countries?.flatMap(({ totals, past }) => [measures(totals), measures(past)])).toEqual([
    ["checks"],
    ["checks"],
  ]);
  const parts = await call.summary.parts({ ...filter, measure: "arrests", unit: "people" });
  expect(parts.rows).toEqual([]);
  const { a } = await call.summary.compare({ a: planted.slug, b: other.slug, exercise: false });
  expect([a.daily, a.databases]).toEqual([true, ["sltd"]]);
});
