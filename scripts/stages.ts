import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { endChildren, report, runNode } from "./process.ts";

export type Count = { passed: number; failed: number };
export type Stage = { name: string; run: () => Promise<Count> };

const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(1);
const PASSED = { passed: 1, failed: 0 };
const FAILED = { passed: 0, failed: 1 };

/** A stage that is one program: it passes when the program says so. */
export function programStage(name: string, args: string[]): Stage {
  return { name, run: async () => ((await runNode(args)) === 0 ? PASSED : FAILED) };
}

/** A report file that only this run writes, so that an old one cannot speak for it. */
export function reportFile(name: string): string {
  return path.join(fs.mkdtempSync(path.join(os.tmpdir(), "muster-report-")), `${name}.json`);
}

/** What a test runner did. No report, no test, or a failure outside of any test is a failure too. */
export function countTests(file: string, code: number, read: (report: never) => Count): Count {
  if (!fs.existsSync(file)) return FAILED;
  const { passed, failed } = read(JSON.parse(fs.readFileSync(file, "utf8")) as never);
  fs.rmSync(path.dirname(file), { recursive: true, force: true });
  const silent = passed + failed === 0 || (code !== 0 && failed === 0);
  return { passed, failed: silent ? 1 : failed };
}

type VitestReport = { numPassedTests: number; numFailedTests: number };

/** One project of vitest.config.ts. */
export function vitestStage(name: string, project: string): Stage {
  const run = async () => {
    const file = reportFile(project);
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const code = await runNode(["node_modules/vitest/vitest.mjs", "run", "--project", project, ...reporters]);
    return countTests(file, code, ({ numPassedTests, numFailedTests }: VitestReport) => ({
      passed: numPassedTests,
      failed: numFailedTests,
    }));
  };
  return { name, run };
}

async function runStage(stage: Stage): Promise<Count> {
  const began = performance.now();
  console.log(`\n── ${stage.name}`);
  const count = await stage.run().catch((error: unknown) => {
    report(error);
    return FAILED;
  });
  const verdict = count.failed === 0 ? "ok" : "FAILED";
  console.log(
    `── ${stage.name}: ${verdict}, ${count.passed} passed, ${count.failed} failed, ${seconds(began)} s`,
  );
  return count;
}

/** Runs every stage, also after a failure; what the clock cuts off counts as failed. Answers the exit code. */
export async function runStages(stages: Stage[], minutes: number): Promise<number> {
  const total = { passed: 0, failed: 0 };
  const late = new Promise<"late">((resolve) => setTimeout(resolve, minutes * 60_000, "late"));
  let stopped = false;
  for (const stage of stages) {
    const count = stopped ? FAILED : await Promise.race([runStage(stage), late]);
    if (count === "late") {
      stopped = true;
      console.log(`\n── stopped after ${minutes} minutes, in ${stage.name}`);
      await endChildren();
    }
    const { passed, failed } = count === "late" ? FAILED : count;
    total.passed += passed;
    total.failed += failed;
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 && total.passed > 0 ? 0 : 1;
}
