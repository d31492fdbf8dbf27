import { applyMigrations, differences, isMissing, writeMigration } from "../prisma/migrate.ts";
import { ensureClient } from "./fresh.ts";
import { door, Refusal } from "./process.ts";
import { throwawayDatabase } from "./throwaway.ts";

/** Migrates an empty database of its own, so that nobody's data or half-applied work can colour the answer. */
await door(async () => {
  const name = process.argv.slice(2).find((word) => word !== "--") ?? "";
  if (!/^[a-z][a-z0-9_]{2,50}$/.test(name)) {
    throw new Refusal("Name the migration in small letters and underscores: npm run db:diff -- add_vessels");
  }
  const database = await throwawayDatabase();
  try {
    await applyMigrations(database.ownerUrl);
    const missing = (await differences(database.ownerUrl)).filter(isMissing);
    if (missing.length === 0) console.log("The migrations already say what the models say.");
    else
      console.log(
        `Wrote ${writeMigration(name, missing.join("\n\n"), new Date())}: read it before you apply it.`,
      );
  } finally {
    database.remove();
  }
  await ensureClient();
  return 0;
});
