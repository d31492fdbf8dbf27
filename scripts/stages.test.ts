import fs from "node:fs";
import { expect, it } from "vitest";
import { countTests, reportFile } from "./stages.ts";

type Report = { passed: number; failed: number };

function counted(report: Report | undefined, code: number) {
  const file = reportFile("trial");
  if (report) fs.writeFileSync(file, JSON.stringify(report));
  return countTests(file, code, (found: Report) => found);
}

it("counts what the runner reported", () => {
  expect(counted({ passed: 7, failed: 0 }, 0)).toEqual({ passed: 7, failed: 0 });
  expect(counted({ passed: 7, failed: 2 }, 1)).toEqual({ passed: 7, failed: 2 });
});

it("a runner that ran nothing, left no report or failed outside of its tests is a failure", () => {
  expect(counted({ passed: 0, failed: 0 }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(counted(undefined, 0)).toEqual({ passed: 0, failed: 1 });
  expect(counted({ passed: 7, failed: 0 }, 1)).toEqual({ passed: 7, failed: 1 });
});
