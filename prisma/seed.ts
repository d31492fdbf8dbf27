import { readEnvironment } from "#server/env.ts";
import { type Database, givenDatabase, loadEnvFile, withDatabase } from "../scripts/database.ts";
import { withClient } from "../scripts/postgres/roles.ts";
import { door, Refusal } from "../scripts/process.ts";
import { demoPassword } from "../scripts/settings.ts";
import { openStage, type Stage } from "./seed/actors.ts";
import { seedArchive } from "./seed/archive.ts";
import { seedExercise } from "./seed/exercise.ts";
import { seedPeople } from "./seed/people.ts";
import { readWorldWords, seedWorld } from "./seed/world.ts";

/** Each may run any number of times and never touches what people entered. */
const SCENARIOS = {
  archive: (stage: Stage) => seedArchive(stage),
  exercise: (stage: Stage, now: Date) => seedExercise(stage, now),
} satisfies Record<string, (stage: Stage, now: Date) => Promise<unknown>>;

type Scenario = keyof typeof SCENARIOS;
const isScenario = (name: string): name is Scenario => Object.hasOwn(SCENARIOS, name);

/** People first: everything else is written in their name. */
async function seedAll(database: Database, names: Scenario[]): Promise<void> {
  const password = demoPassword(readEnvironment(process.env));
  await withClient(database.ownerUrl, (client) => seedPeople(client, password));
  const stage = await openStage({ databaseUrl: database.appUrl, migrationUrl: database.ownerUrl });
  try {
    for (const name of names) {
      const began = performance.now();
      const done = await SCENARIOS[name](stage, new Date());
      const seconds = ((performance.now() - began) / 1000).toFixed(1);
      console.log(`  ${name} in ${seconds} s ${JSON.stringify(done ?? {})}`);
    }
  } finally {
    await stage.close();
  }
}

/** The generated world, for measuring: by its own door, because half a million rows do not come through a form. */
async function seedWorldOnly({ ownerUrl }: Database, words: string[]): Promise<void> {
  const shape = readWorldWords(words);
  const began = performance.now();
  const password = demoPassword(readEnvironment(process.env));
  const { rows, operations, tallies } = await withClient(ownerUrl, (client) =>
    seedWorld(client, shape, password),
  );
  const seconds = (performance.now() - began) / 1000;
  const each = Math.round(rows / seconds).toLocaleString("en");
  console.log(
    `  world of ${operations} operations and ${tallies.toLocaleString("en")} tallies (seed ${shape.seed}): ` +
      `${rows.toLocaleString("en")} rows in ${seconds.toFixed(1)} s, ${each} rows/s`,
  );
}

await door(async () => {
  loadEnvFile();
  const asked = process.argv.slice(2).filter((word) => word !== "--");
  if (givenDatabase() && process.env.MUSTER_DEMO !== "1") {
    throw new Refusal(
      "Invented people and data are only written to a database of your own when MUSTER_DEMO=1.",
    );
  }
  if (asked[0] === "world") {
    await withDatabase(console.log, (database) => seedWorldOnly(database, asked.slice(1)));
    return 0;
  }
  const unknown = asked.find((name) => !isScenario(name));
  if (unknown)
    throw new Refusal(`There is no scenario ${unknown}: choose from ${Object.keys(SCENARIOS).join(", ")}.`);
  const names = asked.length > 0 ? asked.filter(isScenario) : (["archive", "exercise"] satisfies Scenario[]);
  await withDatabase(console.log, (database) => seedAll(database, names));
  return 0;
});
