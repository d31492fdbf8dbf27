import type { TestProject } from "vitest/node";
import { runNode } from "../../scripts/process.ts";
import { throwawayDatabase } from "../../scripts/throwaway.ts";
import type { Secrets } from "../../scripts/postgres/cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    databaseSecrets: Secrets;
  }
}

/** One PostgreSQL for the run, migrated once through the real door; every test file clones it. */
export default async function setup(project: TestProject): Promise<() => void> {
  const database = await throwawayDatabase();
  const env = { ...process.env, DATABASE_URL: database.appUrl, MIGRATION_DATABASE_URL: database.ownerUrl };
  const code = await runNode(["--conditions=react-server", "scripts/db-migrate.ts"], { env });
  if (code !== 0) {
    database.remove();
    throw new Error("The database for the tests could not be migrated.");
  }
  project.provide("databaseSecrets", database.secrets);
  return database.remove;
}
