import { runBrowserTests } from "./browser-stage.ts";
import { CHECKS } from "./check-stages.ts";
import { ensureBuilt } from "./fresh.ts";
import { door, endChildren, Refusal } from "./process.ts";
import { runStages, type Stage, vitestStage } from "./stages.ts";

const MINUTES = 45;

const STAGES: Stage[] = [
  ...CHECKS,
  vitestStage("database", "database"),
  {
    name: "build",
    run: async () => {
      if (!(await ensureBuilt())) console.log("The build of exactly these sources is there.");
      return { passed: 1, failed: 0 };
    },
  },
  { name: "browser", run: runBrowserTests },
];

/** All stages, or those that are named: npm test -- unit database. */
function chosen(): Stage[] {
  const asked = process.argv.slice(2).filter((word) => word !== "--");
  const unknown = asked.find((name) => !STAGES.some((stage) => stage.name === name));
  if (unknown)
    throw new Refusal(
      `There is no stage ${unknown}: choose from ${STAGES.map(({ name }) => name).join(", ")}.`,
    );
  return asked.length === 0 ? STAGES : STAGES.filter(({ name }) => asked.includes(name));
}

for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, () => void endChildren().then(() => process.exit(1)));
}
process.on("disconnect", () => void endChildren().then(() => process.exit(1)));

await door(() => runStages(chosen(), MINUTES));
