import { expect, it } from "vitest";
import { freshDatabase } from "../src/testing/database.ts";
import { withClient } from "../scripts/postgres/roles.ts";
import { applyMigrations, BEYOND_PRISMA, differences, isMissing, migrationStatus } from "./migrate.ts";

it("a freshly migrated database and the models differ only in what Prisma cannot express", async () => {
  const database = await freshDatabase();
  const found = await differences(database.ownerUrl);
  await database.drop();
  expect(found.filter(isMissing)).toEqual([]);
  expect(found).toHaveLength(BEYOND_PRISMA.length);
});

it("a column that the models do not know is found", async () => {
  const database = await freshDatabase();
  await withClient(database.ownerUrl, (client) => client.query("ALTER TABLE person ADD COLUMN stray text"));
  const found = await differences(database.ownerUrl);
  await database.drop();
  expect(found.filter(isMissing).join()).toContain('DROP COLUMN "stray"');
});

it("a second migration changes nothing and leaves nothing open", async () => {
  const database = await freshDatabase();
  expect(await applyMigrations(database.ownerUrl)).toEqual([]);
  const status = await migrationStatus(database.ownerUrl);
  await database.drop();
  expect(status).toEqual({ pending: [], failed: [], edited: [], unknown: [] });
});
