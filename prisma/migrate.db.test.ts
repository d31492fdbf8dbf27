import { expect, it } from "vitest";
import { freshDatabase } from "../src/testing/database.ts";
import { applyMigrations, migrationStatus, missingSql } from "./migrate.ts";

/** What the migrations say and Prisma's models cannot: defaults that only the database may fill in. */
const BEYOND_PRISMA = [
  `ALTER TABLE "audit_event" ALTER COLUMN "seq" DROP DEFAULT,
ALTER COLUMN "at" DROP DEFAULT,
ALTER COLUMN "fields" DROP DEFAULT,
ALTER COLUMN "prev_hash" DROP DEFAULT,
ALTER COLUMN "hash" DROP DEFAULT;`,
];

it("a freshly migrated database and the models differ only in what Prisma cannot express", async () => {
  const database = await freshDatabase();
  const sql = await missingSql(database.ownerUrl);
  const statements = sql.split(/^-- \w+\n/m).map((statement) => statement.trim());
  await database.drop();
  expect(statements.filter((statement) => statement !== "")).toEqual(BEYOND_PRISMA);
});

it("a second migration changes nothing and leaves nothing open", async () => {
  const database = await freshDatabase();
  expect(await applyMigrations(database.ownerUrl)).toEqual([]);
  const status = await migrationStatus(database.ownerUrl);
  await database.drop();
  expect(status).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
});
