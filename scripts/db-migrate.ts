import { loadEnvFile, withDatabase } from "./database.ts";
import { migrateDatabase } from "./migration.ts";
import { door } from "./process.ts";

await door(async () => {
  loadEnvFile();
  await withDatabase(console.log, (database) =>
    migrateDatabase(database.ownerUrl, database.appUrl, console.log),
  );
  console.log("The database is up to date.");
  return 0;
});
