import pg from "pg";

/** The seeded database itself, as its owner: what a screen shows is compared with what it holds. */
export async function openDatabase() {
  const connectionString = process.env.MIGRATION_DATABASE_URL;
  if (!connectionString) throw new Error("MIGRATION_DATABASE_URL names no database to compare with");
  const client = new pg.Client({ connectionString, options: "-c app.maintenance=on" });
  await client.connect();
  return client;
}
export type Database = Awaited<ReturnType<typeof openDatabase>>;
