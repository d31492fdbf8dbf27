import { door, Refusal } from "../scripts/process.ts";
import { measureFirstLoad } from "./first-load.ts";
import { measureLive } from "./live-pages.ts";
import { measureLogging } from "./log-result.ts";
import { measureMap } from "./map-ready.ts";
import { measureOneTotal } from "./one-total.ts";
import { measurePlayer } from "./player.ts";
import { type Figure, isMissed, lineOf } from "./score.ts";
import { openStage, type Stage } from "./stage.ts";
import { measureSummary } from "./summary-latency.ts";
import { measureSql } from "./summary-sql.ts";

/** One file a question. What changes the world comes after what only reads it. */
const QUESTIONS: Record<string, (stage: Stage) => Promise<Figure[]>> = {
  "first-load": measureFirstLoad,
  sql: measureSql,
  summary: measureSummary,
  player: measurePlayer,
  logging: measureLogging,
  live: measureLive,
  "one-total": measureOneTotal,
  map: measureMap,
};

/** npm run bench [-- --quick] [question …] [-- words of the world]: everything, or the questions named. */
function readWords(given: string[]) {
  const quick = given.includes("--quick");
  const first = given.findIndex((word) => word.startsWith("--") && word !== "--quick" && word !== "--");
  const asked = given
    .slice(0, first === -1 ? undefined : first)
    .filter((word) => word !== "--quick" && word !== "--");
  const unknown = asked.find((name) => !Object.hasOwn(QUESTIONS, name));
  if (unknown)
    throw new Refusal(`There is no question ${unknown}: choose from ${Object.keys(QUESTIONS).join(", ")}.`);
  const words = first === -1 ? [] : given.slice(first).filter((word) => word !== "--quick");
  return { quick, words, questions: asked.length > 0 ? asked : Object.keys(QUESTIONS) };
}

await door(async () => {
  const { quick, words, questions } = readWords(process.argv.slice(2));
  const stage = await openStage({ quick, words });
  const figures: Figure[] = [];
  let broken = 0;
  try {
    for (const name of questions) {
      const began = performance.now();
      try {
        const measured = (await QUESTIONS[name]?.(stage)) ?? [];
        for (const figure of measured) console.log(lineOf(figure));
        figures.push(...measured);
      } catch (error) {
        broken += 1;
        console.error(`${name} could not be measured:`, error);
      }
      console.log(`  (${name}: ${((performance.now() - began) / 1000).toFixed(0)} s)`);
    }
  } finally {
    stage.close();
  }
  const bound = figures.filter(({ required }) => required !== undefined);
  const missed = bound.filter(isMissed);
  if (quick) console.log("A small world and short rounds: for trying the bench, not for quoting it.");
  console.log(
    `${bound.length - missed.length} of ${bound.length} requirements met${broken > 0 ? `, ${broken} questions not measured` : ""}` +
      `${missed.length > 0 ? `; missed: ${missed.map(({ name }) => name).join("; ")}` : ""}`,
  );
  return missed.length > 0 || broken > 0 || bound.length === 0 ? 1 : 0;
});
