import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#generated/prisma/client.ts";
import { LendingPool } from "./lending-pool.ts";
import { PipelinedClient, statementNames } from "./pipelined-client.ts";

export type Client = PrismaClient;
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** A client on its own small pool; a lost connection is an error of the query, never the end of the process. */
export function connect(databaseUrl: string): Client {
  // Kept for minutes: a fresh connection knows neither the catalogue nor a single plan.
  const idleTimeoutMillis = 5 * 60_000;
  const pool = new LendingPool({
    connectionString: databaseUrl,
    max: 10,
    idleTimeoutMillis,
    Client: PipelinedClient,
  });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const statementNameGenerator = statementNames();
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator }),
  });
}

const held = globalThis as unknown as { musterPrisma?: Client };

/** The process's client for DATABASE_URL; sees no row until a transaction names a live session. */
export function client(): Client {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  return (held.musterPrisma ??= connect(url));
}
