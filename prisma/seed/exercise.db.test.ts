import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { freshDatabase, type TestDatabase } from "#testing/database.ts";
import { openStage, type Stage } from "./actors.ts";
import { seedExercise } from "./exercise.ts";
import { seedPeople } from "./people.ts";

const FIRST = new Date("2026-11-22T09:30:00Z");
type Play = { database: TestDatabase; stage: Stage; owner: pg.Client };

async function prepare(): Promise<Play> {
  const database = await freshDatabase();
  const owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await seedPeople(owner, "a password of the demonstration");
  await owner.query("SELECT set_config('app.maintenance', 'on', false)");
  const stage = await openStage({ databaseUrl: database.appUrl, migrationUrl: database.ownerUrl });
  return { database, stage, owner };
}

async function end({ database, stage, owner }: Play): Promise<void> {
  await stage.close();
  await owner.end();
  await database.drop();
}

const rowsOf = async ({ owner }: Play, sql: string) =>
  (await owner.query(sql)).rows as Record<string, unknown>[];
const TOTALS =
  "SELECT country_code, local_date::text, measure, unit, database, validated, sum(total)::text AS total FROM daily_total GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(total) <> 0 ORDER BY 1, 2, 3, 4, 5, 6";

let play: Play;
beforeAll(async () => {
  play = await prepare();
  await seedExercise(play.stage, FIRST);
}, 180_000);
afterAll(() => end(play));

it("leaves the returns as the parameters state them: most validated, some waiting, some queried, some never sent", async () => {
  const closed = await rowsOf(
    play,
    `SELECT review, count(*)::int AS n FROM daily_return WHERE superseded_at IS NULL AND NOT interim AND local_date < '2026-11-22' GROUP BY 1 ORDER BY 1`,
  );
  expect(closed).toEqual([
    { review: "submitted", n: 39 },
    { review: "queried", n: 6 },
    { review: "validated", n: 394 },
  ]);
  const [quiet] = await rowsOf(
    play,
    "SELECT count(*)::int AS n FROM daily_return WHERE kind = 'no_checks' AND superseded_at IS NULL AND local_date < '2026-11-22'",
  );
  expect(quiet).toEqual({ n: 66 });
});

it("has sixty matches in every state the parameters name, and totals that equal a recount", async () => {
  const [matches] = await rowsOf(
    play,
    "SELECT count(*)::int AS n, count(DISTINCT state)::int AS states FROM match",
  );
  // A match that is not confirmed is closed in the parameters: nothing rests in that one state.
  expect(matches).toEqual({ n: 60, states: 7 });
  expect(await rowsOf(play, "SELECT * FROM app.total_differences()")).toEqual([]);
});

it("has the arrests, people, seizures, training and access that the parameters state, and one return that is missing", async () => {
  const [counted] = await rowsOf(
    play,
    `SELECT (SELECT sum(count) FROM arrest)::int AS arrests,
       (SELECT sum(count) FROM people_outcome WHERE kind = 'victims_presumed')::int AS presumed,
       (SELECT sum(count) FROM people_outcome WHERE kind = 'victims_identified')::int AS identified,
       (SELECT sum(count) FROM people_outcome WHERE kind = 'migrants_encountered')::int AS migrants,
       (SELECT sum(quantity) FROM seizure WHERE commodity = 'fraudulent_document')::int AS documents,
       (SELECT count(DISTINCT commodity || unit) FROM seizure)::int AS seized,
       (SELECT sum(total) FROM daily_total WHERE measure = 'people_trained' AND validated)::int AS trained,
       (SELECT sum(total) FROM daily_total WHERE measure = 'people_trained' AND NOT validated)::int AS waiting,
       (SELECT count(*) FROM training_evaluation)::int AS evaluations,
       (SELECT count(*) FROM border_point)::int AS points,
       (SELECT count(*) FROM access_point)::int AS access`,
  );
  expect(counted).toEqual({
    arrests: 9,
    presumed: 7,
    identified: 3,
    migrants: 118,
    documents: 41,
    seized: 11,
    trained: 173,
    waiting: 41,
    evaluations: 24,
    points: 24,
    access: 24,
  });
  const [hillacondji] = await rowsOf(
    play,
    `SELECT count(*)::int AS n FROM daily_return r JOIN border_point p ON p.id = r.border_point_id
     WHERE p.code = 'BJ-HIL' AND r.local_date = '2026-11-20'`,
  );
  expect(hillacondji).toEqual({ n: 0 });
});

it("keeps the totals that a rebuild from the facts gives", async () => {
  const before = await rowsOf(play, TOTALS);
  await play.owner.query("SELECT app.rebuild_totals()");
  expect(await rowsOf(play, TOTALS)).toEqual(before);
});

it("is the same for the same day on another database", { timeout: 180_000 }, async () => {
  const other = await prepare();
  try {
    await seedExercise(other.stage, FIRST);
    expect(await rowsOf(other, TOTALS)).toEqual(await rowsOf(play, TOTALS));
  } finally {
    await end(other);
  }
});

it("changes nothing when it is sown again the same day", async () => {
  const before = await rowsOf(play, TOTALS);
  await seedExercise(play.stage, FIRST);
  expect(await rowsOf(play, TOTALS)).toEqual(before);
});

it(
  "appends the days up to today, stays live and leaves alone what stands",
  { timeout: 180_000 },
  async () => {
    const standing =
      "SELECT id, review, version, superseded_at, matches_stated FROM daily_return WHERE local_date < '2026-11-22' ORDER BY id";
    const before = await rowsOf(play, standing);
    const later = new Date("2026-11-26T09:30:00Z");
    await seedExercise(play.stage, later);
    expect(await rowsOf(play, standing)).toEqual(before);
    const [last] = await rowsOf(
      play,
      "SELECT max(local_date)::text AS day, (SELECT ends_on::text FROM phase WHERE kind = 'tactical' AND operation_id = r.operation_id) AS until FROM daily_return r GROUP BY operation_id",
    );
    expect(last!.until).toBe("2026-12-04");
    expect(String(last!.day) >= "2026-11-25").toBe(true);
    expect(await rowsOf(play, "SELECT * FROM app.total_differences()")).toEqual([]);
  },
);
