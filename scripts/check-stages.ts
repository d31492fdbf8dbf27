import { ensureClient } from "./fresh.ts";
import { runNode } from "./process.ts";
import { programStage, type Stage, vitestStage } from "./stages.ts";

const bin = (name: string) => `node_modules/${name}`;

/** Everything that needs neither database nor browser. */
export const CHECKS: Stage[] = [
  {
    name: "types",
    run: async () => {
      await ensureClient();
      // Next's own declarations (style sheets, routes) are written by it, not kept in git.
      await runNode([bin("next/dist/bin/next"), "typegen"], { stdio: ["ignore", "ignore", "inherit"] });
      return programStage("types", [bin("typescript/bin/tsc"), "--noEmit"]).run();
    },
  },
  programStage("lint", [bin("oxlint/bin/oxlint"), "--type-aware"]),
  vitestStage("walls", "house"),
  programStage("dead code", [bin("knip/bin/knip.js")]),
  programStage("format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level=warn", "."]),
  vitestStage("unit", "unit"),
];
