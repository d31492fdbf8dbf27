import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { applyMigrations, grantRuntime } from "../prisma/migrate.ts";
import { ROOT } from "./process.ts";

type Reference = { seedReference: (ownerUrl: string) => Promise<unknown> };

/** Everything a database needs before it can serve: tables, rights of the serving role, reference rows. */
export async function migrateDatabase(
  ownerUrl: string,
  appUrl: string,
  log: (line: string) => void,
): Promise<void> {
  const applied = await applyMigrations(ownerUrl);
  for (const name of applied) log(`  applied ${name}`);
  await grantRuntime(ownerUrl, decodeURIComponent(new URL(appUrl).username));
  const reference = path.join(ROOT, "prisma/seed/reference.ts");
  if (!fs.existsSync(reference)) return;
  const { seedReference } = (await import(pathToFileURL(reference).href)) as Reference;
  await seedReference(ownerUrl);
}
