import { defineConfig } from "vitest/config";

// Server modules import "server-only", which throws unless the react-server condition is on.
// No "import" here: it would reach require() too, and CommonJS packages break on modules.
const conditions = ["react-server", "node"];

const house = [
  "src/testing/house-rules.test.ts",
  "src/testing/languages.test.ts",
  "src/testing/dependencies.test.ts",
  "src/testing/permissions.test.ts",
  "src/testing/tools.test.ts",
];

export default defineConfig({
  ssr: { resolve: { conditions, externalConditions: conditions } },
  test: {
    passWithNoTests: false,
    allowOnly: false,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "prisma/**/*.test.ts", "scripts/**/*.test.ts"],
          exclude: ["**/*.db.test.ts", ...house],
          testTimeout: 30_000,
        },
      },
      { extends: true, test: { name: "house", include: house, testTimeout: 60_000 } },
      {
        extends: true,
        test: {
          name: "database",
          include: ["src/**/*.db.test.ts", "prisma/**/*.db.test.ts"],
          globalSetup: ["src/testing/database-setup.ts"],
          testTimeout: 60_000,
          hookTimeout: 120_000,
          // Two cores share one PostgreSQL: more workers only wait for each other.
          maxWorkers: 2,
        },
      },
    ],
  },
});
