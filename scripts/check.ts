import { CHECKS } from "./check-stages.ts";
import { door } from "./process.ts";
import { runStages } from "./stages.ts";

await door(() => runStages(CHECKS, 20));
