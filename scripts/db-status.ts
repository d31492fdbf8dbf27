import { migrationStatus } from "../prisma/migrate.ts";
import { loadEnvFile, withDatabase } from "./database.ts";
import { door } from "./process.ts";

await door(async () => {
  loadEnvFile();
  const status = await withDatabase(console.log, (database) => migrationStatus(database.ownerUrl));
  const said = [
    ["still to apply", status.pending],
    ["failed", status.failed],
    ["changed after it was applied", status.edited],
    ["known to the database only", status.unknown],
  ] as const;
  for (const [what, names] of said) for (const name of names) console.log(`${what}: ${name}`);
  const clean = said.every(([, names]) => names.length === 0);
  if (clean) console.log("Every migration is applied.");
  return clean ? 0 : 1;
});
