import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#generated/prisma/client.ts";
import { PipelinedClient, statementNames } from "./pipelined-client.ts";

export type Client = PrismaClient;
export type Tx = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$extends">;

/** A client on its own small pool; a lost connection is an error of the query, never the end of the process. */
export function connect(databaseUrl: string): Client {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 10, Client: PipelinedClient });
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  const statementNameGenerator = statementNames();
  return new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator }),
  });
}

// Kept with the class it was made of: after the client is generated anew, a development server lets go of the old one.
const held = globalThis as unknown as { musterHeld?: { of: typeof PrismaClient; client: Client } };

/** The process's client for DATABASE_URL; sees no row until a transaction names a live session. */
export function client(): Client {
  const url = process.env.DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set");
  if (held.musterHeld?.of === PrismaClient) return held.musterHeld.client;
  void held.musterHeld?.client.$disconnect();
  held.musterHeld = { of: PrismaClient, client: connect(url) };
  return held.musterHeld.client;
}
