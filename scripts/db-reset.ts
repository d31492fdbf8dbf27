import fs from "node:fs";
import path from "node:path";
import { givenDatabase, loadEnvFile, withDatabase } from "./database.ts";
import { migrateDatabase } from "./migration.ts";
import { databaseHome, FOLDER, ownCluster } from "./muster-folder.ts";
import { stopCluster } from "./postgres/cluster.ts";
import { door, Refusal, runNode } from "./process.ts";
import { runningServer } from "./running-server.ts";

/** Throws the bundled database away and starts over. Never touches a server of one's own. */
await door(async () => {
  loadEnvFile();
  if (!process.argv.includes("--demo")) {
    throw new Refusal(
      "This removes everything in the bundled database. If that is meant: npm run db:reset -- --demo",
    );
  }
  if (givenDatabase())
    throw new Refusal("db:reset only knows the bundled database; DATABASE_URL names another one.");
  const server = runningServer();
  if (server)
    throw new Refusal(`Muster is running (${server.url || `process ${server.pid}`}): stop it first.`);
  if (fs.existsSync(path.join(databaseHome(), "data"))) stopCluster(ownCluster(console.log), "immediate");
  fs.rmSync(databaseHome(), { recursive: true, force: true });
  fs.rmSync(path.join(FOLDER, "postgres.json"), { force: true });
  await withDatabase(console.log, (database) =>
    migrateDatabase(database.ownerUrl, database.appUrl, console.log),
  );
  const code = await runNode(["--conditions=react-server", "prisma/seed.ts"]);
  if (code === 0) console.log("The demonstration starts over; npm start serves it.");
  return code;
});
