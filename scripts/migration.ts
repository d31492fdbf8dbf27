import { applyMigrations, grantRuntime } from "../prisma/migrate.ts";
import { seedReference } from "../prisma/seed/reference.ts";

/** Everything a database needs before it can serve: tables, rights of the serving role, reference rows. */
export async function migrateDatabase(
  ownerUrl: string,
  appUrl: string,
  log: (line: string) => void,
): Promise<void> {
  const applied = await applyMigrations(ownerUrl);
  for (const name of applied) log(`  applied ${name}`);
  await grantRuntime(ownerUrl, decodeURIComponent(new URL(appUrl).username));
  await seedReference(ownerUrl);
}
