import fs from "node:fs";
import path from "node:path";
import { runNode } from "../process.ts";
import { reportFile } from "../stages.ts";
import type { Row } from "./card.ts";

type Report = { numPassedTests: number; numFailedTests: number; numPendingTests: number; success: boolean };
export type Suite = {
  promise: string;
  /** Test files whose path contains one of these. */
  files: string[];
  env?: Record<string, string>;
  said: string;
};

/** Runs database tests at their full size: kept when every one of them passed and none was left out. */
export async function vitestRow({ promise, files, env = {}, said }: Suite): Promise<Row> {
  const file = reportFile(promise.replaceAll(" ", "-"));
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${file}`];
  const words = ["run", "--project", "database", ...files, "--testTimeout=3600000", "--hookTimeout=600000"];
  await runNode(["node_modules/vitest/vitest.mjs", ...words, ...reporters], {
    env: { ...process.env, ...env },
  });
  if (!fs.existsSync(file)) return { promise, said: "no test ran", kept: false };
  const report = JSON.parse(fs.readFileSync(file, "utf8")) as Report;
  fs.rmSync(path.dirname(file), { recursive: true, force: true });
  const { numPassedTests: passed, numFailedTests: failed, numPendingTests: left } = report;
  const counts = `${passed} tests passed, ${failed} failed${left > 0 ? `, ${left} left out` : ""}`;
  return { promise, said: `${said}: ${counts}`, kept: report.success && passed > 0 && failed + left === 0 };
}
